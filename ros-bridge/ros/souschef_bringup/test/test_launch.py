"""The launch files, played with stand-ins for `launch`: what they would start, and with what."""
import os
import runpy
import stat
import sys
import tempfile
import types
import unittest

LAUNCH = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'launch')


class Made:
    """Remembers how it was made, whatever it is."""

    def __init__(self, *args, **kwargs):
        self.args, self.kwargs = args, kwargs


def stand_ins():
    """Modules whose classes are of the kind above; a LaunchConfiguration has its value from outside."""
    classes = {
        'launch': ['LaunchDescription'],
        'launch.actions': ['DeclareLaunchArgument', 'EmitEvent', 'ExecuteProcess',
                           'IncludeLaunchDescription', 'OpaqueFunction', 'RegisterEventHandler',
                           'TimerAction'],
        'launch.event_handlers': ['OnProcessExit'],
        'launch.events': ['Shutdown'],
        'launch.launch_description_sources': ['AnyLaunchDescriptionSource'],
        'launch.substitutions': ['LaunchConfiguration', 'PathJoinSubstitution'],
        'launch_ros.substitutions': ['FindPackageShare'],
        'launch_ros': [],
    }
    modules = {}
    for name, members in classes.items():
        module = types.ModuleType(name)
        for member in members:
            setattr(module, member, type(member, (Made,), {}))
        modules[name] = module
    configuration = modules['launch.substitutions'].LaunchConfiguration
    configuration.perform = lambda self, context: context[self.args[0]]
    return modules


class LaunchFiles(unittest.TestCase):

    def setUp(self):
        self.before = dict(sys.modules)
        sys.modules.update(stand_ins())

    def tearDown(self):
        sys.modules.clear()
        sys.modules.update(self.before)

    def load(self, name):
        return runpy.run_path(os.path.join(LAUNCH, name))['generate_launch_description']().args[0]

    @staticmethod
    def of(kind, entries):
        return [entry for entry in entries if type(entry).__name__ == kind]

    def files(self, entries):
        return [entry.args[0].args[0].args[0][-1]
                for entry in self.of('IncludeLaunchDescription', entries)]

    def defaults(self, entries):
        return {entry.args[0]: entry.kwargs.get('default_value')
                for entry in self.of('DeclareLaunchArgument', entries)}

    def test_every_file_that_is_included_is_there(self):
        for name in ('simulation.launch.py', 'robot.launch.py'):
            for file in self.files(self.load(name)):
                self.assertTrue(os.path.exists(os.path.join(LAUNCH, file)), file)

    def test_the_simulation_starts_a_robot_and_then_a_planner_that_reaches_it(self):
        entries = self.load('simulation.launch.py')
        self.assertEqual(['rosbridge.launch.xml'], self.files(entries))
        with tempfile.TemporaryDirectory() as folder:
            souschef = os.path.join(folder, 'souschef')
            with open(souschef, 'w') as script:
                script.write('#!/bin/sh\necho "args: $*"\n')
            os.chmod(souschef, stat.S_IRWXU)
            context = dict(self.defaults(entries), souschef=souschef, port='9191')
            made = self.of('OpaqueFunction', entries)[0].kwargs['function'](context)
        robot = self.of('ExecuteProcess', made)[0].kwargs['cmd']
        self.assertEqual(['robot', '--scene', 'default', '--port', '9191', '--speed', 'real'], robot[1:])
        planner = self.of('TimerAction', made)[0].kwargs['actions'][0].kwargs['cmd']
        self.assertEqual(['node', '--robot', 'ros2', '--robot-config'], planner[1:5])
        with open(planner[5]) as file:
            self.assertEqual('args: robot --port 9191 --print-config\n', file.read())
        os.remove(planner[5])

    def test_a_real_robot_is_not_armed_unless_it_is_said(self):
        entries = self.load('robot.launch.py')
        self.assertEqual(['rosbridge.launch.xml', 'watchdog.launch.xml'], self.files(entries))
        context = dict(self.defaults(entries), robot_config='mine.yaml')
        function = self.of('OpaqueFunction', entries)[0].kwargs['function']
        self.assertEqual(
            [['souschef', 'node', '--robot', 'ros2', '--robot-config', 'mine.yaml', '--busy', 'refuse']],
            [process.kwargs['cmd'] for process in function(context)])
        armed = function(dict(context, arm='true', record='day.mcap'))[0].kwargs['cmd']
        self.assertEqual(['--arm', '--record', 'day.mcap'], armed[-3:])


if __name__ == '__main__':
    unittest.main()
