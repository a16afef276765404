package io.souschef.web.export;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.web.page.Assets;
import io.souschef.web.page.Html;
import io.souschef.web.replay.Replay;
import io.souschef.web.replay.SceneJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;

/**
 * An episode as one page that needs nothing beside it and no network. Scripts and data are packed;
 * the page unpacks them when it is opened. Stateless.
 */
public final class HtmlExport {

  private HtmlExport() {}

  /**
   * The page.
   *
   * @throws io.souschef.skills.failure.InvalidInputException when three.js was not fetched
   */
  public static String page(Replay replay) {
    ObjectNode modules = SceneJson.JSON.createObjectNode();
    Assets.REPLAY_MODULES.forEach(name -> modules.put(name, Assets.text(name)));
    String title = replay.events().get(0).path("instruction").asText();
    return Assets.text("replay.html")
        .replace("<title>An episode", "<title>" + Html.escape(title))
        .replace("<link rel=\"stylesheet\" href=\"/page/style.css\">", style())
        .replace(
            "<script type=\"module\" src=\"/page/replay-start.js\"></script>",
            packed("modules", modules) + packed("episode", replay.json()) + script());
  }

  private static String style() {
    return "<style>" + Assets.text("style.css") + "</style>";
  }

  private static String script() {
    return "<script>" + Assets.text("unpack.js") + "</script>";
  }

  private static String packed(String id, ObjectNode data) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(data.toString().getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("Memory cannot be written", e);
    }
    return "<script type=\"application/octet-stream\" id=\"%s\">%s</script>"
        .formatted(id, Base64.getEncoder().encodeToString(bytes.toByteArray()));
  }
}
