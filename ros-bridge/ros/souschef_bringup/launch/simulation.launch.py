"""The simulated robot, rosbridge and the planner together: ros2 launch souschef_bringup simulation.launch.py

Then, from another shell: ros2 action send_goal --feedback /souschef/do_task
souschef_msgs/action/DoTask "{instruction: bring me a coke}"
"""
import os
import subprocess
import tempfile

from launch import LaunchDescription
from launch.actions import DeclareLaunchArgument, EmitEvent, ExecuteProcess, IncludeLaunchDescription
from launch.actions import OpaqueFunction, RegisterEventHandler, TimerAction
from launch.event_handlers import OnProcessExit
from launch.events import Shutdown
from launch.launch_description_sources import AnyLaunchDescriptionSource
from launch.substitutions import LaunchConfiguration, PathJoinSubstitution
from launch_ros.substitutions import FindPackageShare


def robot_file(souschef, port):
    """Writes the robot file by which the planner reaches the simulated robot; returns its path."""
    said = subprocess.run([souschef, 'robot', '--port', port, '--print-config'],
                          check=True, stdout=subprocess.PIPE, universal_newlines=True)
    handle, path = tempfile.mkstemp(prefix='souschef-', suffix='.yaml')
    with os.fdopen(handle, 'w') as file:
        file.write(said.stdout)
    return path


def processes(context):
    value = {name: LaunchConfiguration(name).perform(context)
             for name in ('souschef', 'scene', 'port', 'speed')}
    simulator = ExecuteProcess(
        name='souschef_robot', output='screen',
        cmd=[value['souschef'], 'robot', '--scene', value['scene'], '--port', value['port'],
             '--speed', value['speed']])
    planner = ExecuteProcess(
        name='souschef_node', output='screen',
        cmd=[value['souschef'], 'node', '--robot', 'ros2', '--robot-config',
             robot_file(value['souschef'], value['port']), '--arm'])
    return [
        simulator,
        # The planner says so itself when the robot is not there yet; this spares it that.
        TimerAction(period=8.0, actions=[planner]),
        # Without the robot there is nothing to plan for.
        RegisterEventHandler(OnProcessExit(
            target_action=simulator, on_exit=[EmitEvent(event=Shutdown(reason='the robot ended'))])),
    ]


def generate_launch_description():
    return LaunchDescription([
        DeclareLaunchArgument('souschef', default_value='souschef',
                              description="Souschef's launcher, ./souschef of its folder"),
        DeclareLaunchArgument('scene', default_value='default'),
        DeclareLaunchArgument('port', default_value='9090', description="rosbridge's"),
        DeclareLaunchArgument('speed', default_value='real', description='real or max'),
        IncludeLaunchDescription(AnyLaunchDescriptionSource(PathJoinSubstitution(
            [FindPackageShare('souschef_bringup'), 'launch', 'rosbridge.launch.xml']))),
        OpaqueFunction(function=processes),
    ])
