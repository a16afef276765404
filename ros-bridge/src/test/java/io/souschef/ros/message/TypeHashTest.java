package io.souschef.ros.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against hashes that ROS 2's own generator has made of the same interfaces. */
class TypeHashTest {

  private static final MessageCatalog CATALOG = MessageCatalog.standard(Distribution.JAZZY);

  @ParameterizedTest
  @CsvSource({
    "std_msgs/msg/String, df668c740482bbd48fb39d76a70dfd4bd59db1288021743503259e948f6b1a18",
    "std_msgs/msg/Header, f49fb3ae2cf070f793645ff749683ac6b06203e41c891e17701b1cb597ce6a01",
    "std_msgs/msg/Empty, 20b625256f32d5dbc0d04fee44f43c41e51c70d3502f84b4a08e7a9c26a96312",
    "sensor_msgs/msg/CameraInfo, b3dfd68ff46c9d56c80fd3bd4ed22c7a4ddce8c8348f2f59c299e73118e7e275",
    "sensor_msgs/msg/JointState, a13ee3a330e346c9d87b5aa18d24e11690752bd33a0350f11c5882bc9179260e",
    "geometry_msgs/msg/Twist, 9c45bf16fe0983d80e3cfe750d6835843d265a9a6c46bd2e609fcddde6fb8d2a",
    "action_msgs/msg/GoalStatusArray, 6c1684b00f177d37438febe6e709fc4e2b0d4248dca4854946f9ed8b30cda83e",
    "action_msgs/srv/CancelGoal_Request, 3d3c84653c1f96918086887e1dcb236faec88b81a5b14fd4cf4840065bcdf8af",
    "std_srvs/srv/Trigger_Request, d010825374ce8918e72bfd826c82603e60f45419e932ea976f807b74a863a199",
    "rosgraph_msgs/msg/Clock, 692f7a66e93a3c83e71765d033b60349ba68023a8c689a79e48078bcb5c58564",
    "geometry_msgs/msg/Vector3, cc12fe83e4c02719f1ce8070bfd14aecd40f75a96696a67a2a1f37f7dbb0765d",
    "geometry_msgs/msg/Quaternion, 8a765f66778c8ff7c8ab94afcc590a2ed5325a1d9a076ffff38fbce36f458684",
    "geometry_msgs/msg/PoseStamped, 10f3786d7d40fd2b54367835614bff85d4ad3b5dab62bf8bca0cc232d73b4cd8",
    "geometry_msgs/msg/PoseWithCovarianceStamped, 26432f9803e43727d3c8f668d1fdb3c630f548af631e2f4e31382371bfea3b6e",
    "sensor_msgs/msg/Image, d31d41a9a4c4bc8eae9be757b0beed306564f7526c88ea6a4588fb9582527d47",
    "tf2_msgs/msg/TFMessage, e369d0f05a23ae52508854b66f6aa0437f3449d652e8cbf22d5abe85d020f087",
    "nav_msgs/msg/MapMetaData, 2772d4b2000ef2b35dbaeb80fd3946c1369f817fb4f75677d916d27c17d763c8",
    "vision_msgs/msg/Detection3DArray, 793f5eab9595ac1c0da07873cc859db42eae51f0ee76056db8562515d830e018",
  })
  void bundledTypesHaveTheHashesThatArePublished(String type, String hash) {
    assertThat(TypeHash.of(CATALOG, TypeName.of(type))).contains("RIHS01_" + hash);
  }

  @ParameterizedTest
  @CsvSource({
    "Goal, 226cb437e4355dcd3e914f930382a3b0cc1da81545bd319ed554e95a03255f51",
    "Result, fea81394f25aa4502217953f1a021fb750e79c10bbd43f13dd94632da6569649",
    "Feedback, 2b12e37361da6f408d4c85bc24a18de64333f29082f2ca34b5ee33dc4c8b42a9",
    "FeedbackMessage, c1de71afd52e49a89c53d8262366884185bc0a02f78ce051c4e46b0a7fe59bb2",
  })
  void thePartsOfAnActionOfAWorkspaceHaveTheirs(String part, String hash, @TempDir Path folder)
      throws Exception {
    Path file = folder.resolve("example_interfaces/action/Fibonacci.action");
    Files.createDirectories(file.getParent());
    Files.writeString(file, "int32 order # of it\n---\nint32[] sequence\n---\nint32[] sequence\n");
    TypeName action = TypeName.of("example_interfaces/action/Fibonacci");
    assertThat(TypeHash.of(CATALOG.with(folder), action.part(part))).contains("RIHS01_" + hash);
  }

  @Test
  void aTypeOfWhichAPartIsNotKnownHasNone(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("my_msgs/msg/Half.msg");
    Files.createDirectories(file.getParent());
    Files.writeString(file, "std_msgs/String known\nother_msgs/Missing missing\n");
    MessageCatalog catalog = CATALOG.with(folder);
    assertThat(TypeHash.of(catalog, TypeName.of("my_msgs/msg/Half"))).isEmpty();
    assertThat(TypeHash.of(catalog, TypeName.of("other_msgs/msg/Missing"))).isEmpty();
  }

  @Test
  void everyBundledTypeHasOne() {
    assertThat(CATALOG.types())
        .allSatisfy(
            type ->
                assertThat(TypeHash.of(CATALOG, type).orElse("")).matches("RIHS01_[0-9a-f]{64}"));
  }
}
