package io.souschef.web.page;

import io.souschef.skills.failure.InvalidInputException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * What pages are made of: their own files beside this class, and three.js from its WebJar. Nothing
 * comes from elsewhere. Stateless.
 */
public final class Assets {

  /** The modules of a replay, each after those it imports. */
  public static final List<String> REPLAY_MODULES =
      List.of("three.module.min.js", "OrbitControls.js", "kitchen.js", "panels.js", "replay.js");

  private static final String THREE = "/META-INF/resources/webjars/three/0.164.1/";

  private Assets() {}

  /**
   * A page's file as it is served.
   *
   * @param name without folders: {@code live.html}
   */
  public static Optional<byte[]> read(String name) {
    if (!name.matches("[A-Za-z0-9.-]{1,60}\\.(html|js|css|json|svg)")) {
      return Optional.empty(); // what else lies here is not meant for browsers
    }
    return switch (name) {
      case "three.module.min.js" -> resource(THREE + "build/three.module.min.js");
      case "OrbitControls.js" ->
          resource(THREE + "examples/jsm/controls/OrbitControls.js").map(Assets::beside);
      default -> resource(name);
    };
  }

  /**
   * A file that must be there.
   *
   * @throws InvalidInputException when three.js was not fetched
   */
  public static String text(String name) {
    return new String(
        read(name)
            .orElseThrow(
                () ->
                    new InvalidInputException(
                        "'%s' is not among this program's libraries; start it by ./souschef, which fetches them"
                            .formatted(name))),
        StandardCharsets.UTF_8);
  }

  /** The type of a file by its name. */
  public static String type(String name) {
    return switch (name.substring(name.lastIndexOf('.') + 1)) {
      case "html" -> "text/html; charset=utf-8";
      case "js" -> "text/javascript; charset=utf-8";
      case "css" -> "text/css; charset=utf-8";
      case "json" -> "application/json";
      default -> "image/svg+xml";
    };
  }

  /** Its import of three.js, found beside it and not by a map of names. */
  private static byte[] beside(byte[] module) {
    return new String(module, StandardCharsets.UTF_8)
        .replace("from 'three'", "from './three.module.min.js'")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static Optional<byte[]> resource(String path) {
    try (InputStream stream = Assets.class.getResourceAsStream(path)) {
      return stream == null ? Optional.empty() : Optional.of(stream.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException("'%s' cannot be read".formatted(path), e);
    }
  }
}
