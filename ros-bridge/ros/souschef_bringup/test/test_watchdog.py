"""When the watchdog cancels: python3 -m unittest discover -s test"""
import importlib.util
import pathlib
import unittest

SCRIPT = pathlib.Path(__file__).resolve().parent.parent / 'scripts' / 'watchdog.py'
spec = importlib.util.spec_from_file_location('watchdog', SCRIPT)
watchdog = importlib.util.module_from_spec(spec)
spec.loader.exec_module(watchdog)


class WatchTest(unittest.TestCase):

    def setUp(self):
        self.watch = watchdog.Watch(timeout_s=1.0, again_s=1.0)

    def test_nothing_is_canceled_before_anything_was_heard(self):
        self.assertFalse(self.watch.is_due(100.0))

    def test_silence_while_nothing_is_under_way_is_no_reason(self):
        self.watch.heard(0.0, False)
        self.assertFalse(self.watch.is_due(50.0))

    def test_silence_in_motion_cancels_again_and_again(self):
        self.watch.heard(0.0, True)
        self.assertFalse(self.watch.is_due(0.9))
        self.assertTrue(self.watch.is_due(1.1))
        self.assertFalse(self.watch.is_due(1.5))
        self.assertTrue(self.watch.is_due(2.2))

    def test_who_is_heard_again_is_let_be(self):
        self.watch.heard(0.0, True)
        self.assertTrue(self.watch.is_due(1.1))
        self.watch.heard(1.2, True)
        self.assertFalse(self.watch.is_due(2.0))
        self.watch.heard(2.1, False)
        self.assertFalse(self.watch.is_due(9.0))


if __name__ == '__main__':
    unittest.main()
