package io.souschef.models.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.souschef.skills.failure.InvalidInputException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerAddressTest {

  @ParameterizedTest
  @CsvSource({
    "http://localhost:8000#qwen, http://localhost:8000",
    "http://localhost:8000/v1#qwen, http://localhost:8000",
    "https://models.example/api/v1/#qwen, https://models.example/api"
  })
  void anAddressIsTakenWithAndWithoutItsVersion(String text, String root) {
    assertThat(ServerAddress.parse(text)).isEqualTo(new ServerAddress(URI.create(root), "qwen"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost:8000#m", "ftp://host#m", "http://#m", "http://a b#m", "#m"})
  void whatIsNoAddressIsRefused(String text) {
    assertThatThrownBy(() -> ServerAddress.parse(text))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("write openai:<url>#<model>");
  }

  @Test
  void aModelIsNeeded() {
    assertThatThrownBy(() -> ServerAddress.parse("http://localhost:8000"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("needs a model after '#'");
  }

  @Test
  void aPasswordInTheAddressIsRefusedWithoutRepeatingIt() {
    assertThatThrownBy(() -> ServerAddress.parse("http://user:secret@host#m"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("SOUSCHEF_API_KEY")
        .hasMessageNotContaining("secret");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://[", "http://a b:3", "http://", "http://user:secret@", "h:99999999"})
  void aProxyThatIsNoAddressIsNamedAndNotRepeated(String value) {
    assertThatThrownBy(() -> EnvironmentProxy.in(Map.of("HTTPS_PROXY", value)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith("The environment variable HTTPS_PROXY holds no address of a proxy")
        .hasMessageNotContaining("secret");
  }

  @ParameterizedTest
  @ValueSource(strings = {"se\ncret", "se cret", "se\u00e9cret", "se\u0000cret"})
  void aKeyThatCanBeNoneIsNotRepeated(String key) {
    assertThatThrownBy(() -> ServerKey.in(Map.of("OPENAI_API_KEY", key)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("another character that no key has")
        .hasMessageNotContaining("cret");
  }

  @Test
  void theProxyOfTheEnvironmentIsUsedExceptWhereItSays() {
    ProxySelector proxy =
        EnvironmentProxy.in(
                Map.of(
                    "https_proxy", "http://proxy.example:3128", "NO_PROXY", ".intern,models.local"))
            .orElseThrow();
    assertThat(proxy.select(URI.create("https://models.example/v1")))
        .containsExactly(
            new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved("proxy.example", 3128)));
    for (String direct :
        new String[] {
          "http://models.example", "https://a.intern", "https://models.local", "https://localhost"
        }) {
      assertThat(proxy.select(URI.create(direct))).containsExactly(Proxy.NO_PROXY);
    }
    assertThat(EnvironmentProxy.in(Map.of())).isEmpty();
  }
}
