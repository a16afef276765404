#!/usr/bin/env python3
"""Cancels every goal of a robot's actions when Souschef dies while one of its commands runs.

Souschef says on the topic `heartbeat` (std_msgs/msg/Bool) several times a second whether a command of
it is under way. When that falls silent while one was, it can no longer cancel it itself.

Parameters: actions (full names), timeout_s, again_s.
"""


class Watch:
    """When to cancel. Times are seconds of any clock that runs forward."""

    def __init__(self, timeout_s, again_s):
        self.timeout_s = timeout_s
        self.again_s = again_s
        self.heard_s = None
        self.moving = False
        self.canceled_s = None

    def heard(self, now_s, moving):
        """Takes in a heartbeat."""
        self.heard_s = now_s
        self.moving = moving
        self.canceled_s = None

    def is_due(self, now_s):
        """Whether everything is to be canceled now; again and again while the silence lasts."""
        if not self.moving or now_s - self.heard_s <= self.timeout_s:
            return False
        if self.canceled_s is not None and now_s - self.canceled_s < self.again_s:
            return False
        self.canceled_s = now_s
        return True


def main():
    import rclpy
    from action_msgs.srv import CancelGoal
    from rclpy.clock import Clock, ClockType
    from rclpy.node import Node
    from rclpy.qos import QoSProfile, ReliabilityPolicy
    from std_msgs.msg import Bool

    class Watchdog(Node):

        def __init__(self):
            super().__init__('souschef_watchdog')
            actions = self.declare_parameter('actions', ['']).value
            timeout_s = self.declare_parameter('timeout_s', 1.0).value
            again_s = self.declare_parameter('again_s', 1.0).value
            self.steady = Clock(clock_type=ClockType.STEADY_TIME)
            self.watch = Watch(timeout_s, again_s)
            # "Cancel" is a service of every action server; a zero goal means every goal.
            self.servers = [
                self.create_client(CancelGoal, name + '/_action/cancel_goal')
                for name in actions if name
            ]
            if not self.servers:
                self.get_logger().error('The parameter actions is empty: nothing would be canceled')
            qos = QoSProfile(depth=10, reliability=ReliabilityPolicy.BEST_EFFORT)
            self.create_subscription(
                Bool, 'souschef/heartbeat', lambda m: self.watch.heard(self.now_s(), m.data), qos)
            self.create_timer(0.1, self.look, clock=self.steady)

        def now_s(self):
            return self.steady.now().nanoseconds / 1e9

        def look(self):
            if self.watch.is_due(self.now_s()):
                self.get_logger().error('Souschef fell silent while the robot moved: canceling all')
                for server in self.servers:
                    server.call_async(CancelGoal.Request())

    rclpy.init()
    node = Watchdog()
    try:
        rclpy.spin(node)
    except KeyboardInterrupt:
        pass
    finally:
        node.destroy_node()


if __name__ == '__main__':
    main()
