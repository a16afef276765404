"""What a real robot runs for Souschef: rosbridge, the watchdog, and the planner as a node.

ros2 launch souschef_bringup robot.launch.py robot_config:=my-robot.yaml actions:="[/navigate_to_pose]"

The robot's own driver, Nav2, MoveIt and detector are launched as without Souschef, before this.
Nothing moves before `ros2 service call /souschef/arm std_srvs/srv/Trigger`, or with arm:=true.
"""
from launch import LaunchDescription
from launch.actions import DeclareLaunchArgument, ExecuteProcess, IncludeLaunchDescription
from launch.actions import OpaqueFunction
from launch.launch_description_sources import AnyLaunchDescriptionSource
from launch.substitutions import LaunchConfiguration, PathJoinSubstitution
from launch_ros.substitutions import FindPackageShare


def launch_file(name):
    return AnyLaunchDescriptionSource(
        PathJoinSubstitution([FindPackageShare('souschef_bringup'), 'launch', name]))


def planner(context):
    value = {name: LaunchConfiguration(name).perform(context)
             for name in ('souschef', 'robot_config', 'arm', 'busy', 'record')}
    command = [value['souschef'], 'node', '--robot', 'ros2', '--robot-config', value['robot_config'],
               '--busy', value['busy']]
    if value['arm'].lower() == 'true':
        command.append('--arm')
    if value['record']:
        command += ['--record', value['record']]
    return [ExecuteProcess(name='souschef_node', output='screen', cmd=command)]


def generate_launch_description():
    return LaunchDescription([
        DeclareLaunchArgument('souschef', default_value='souschef',
                              description="Souschef's launcher, ./souschef of its folder"),
        DeclareLaunchArgument('robot_config', description="the robot's file, see docs/robot.md"),
        DeclareLaunchArgument('actions', default_value='[/navigate_to_pose]',
                              description='whose goals the watchdog cancels when Souschef dies'),
        DeclareLaunchArgument('arm', default_value='false', description='whether it may move at once'),
        DeclareLaunchArgument('busy', default_value='refuse', description='refuse or queue'),
        DeclareLaunchArgument('record', default_value='', description='an MCAP file'),
        IncludeLaunchDescription(launch_file('rosbridge.launch.xml')),
        IncludeLaunchDescription(launch_file('watchdog.launch.xml'),
                                 launch_arguments={'actions': LaunchConfiguration('actions')}.items()),
        OpaqueFunction(function=planner),
    ])
