package io.souschef.app.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import io.souschef.skills.failure.InvalidInputException;
import io.souschef.web.replay.Replay;
import io.souschef.web.replay.Stills;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Damaged recordings of episodes: what can be read can also be drawn. */
final class RecordingAttack {

  private static final List<String> TRACE =
      List.of(
          "{\"event\":\"started\",\"instruction\":\"a\",\"schemaVersion\":1}",
          "{\"event\":\"observed\",\"observation\":{\"timeS\":1.5,\"base\":{\"x\":1,\"y\":2,\"z\":0,\"qx\":0,\"qy\":0,\"qz\":0,\"qw\":1},\"places\":[{\"place\":{\"name\":\"desk\",\"kind\":\"SURFACE\",\"pose\":{\"x\":1,\"y\":1,\"z\":1},\"lengthM\":1,\"widthM\":1},\"open\":true}],\"objects\":[{\"id\":\"cup-1\",\"kind\":\"thing\",\"pose\":{\"x\":1,\"y\":1,\"z\":1,\"qw\":1},\"lengthM\":0.1,\"widthM\":0.1,\"heightM\":0.1}],\"held\":null}}",
          "{\"event\":\"skill_ended\",\"result\":{\"outcome\":\"succeeded\",\"message\":\"b\",\"durationS\":2.5}}",
          "{\"event\":\"ended\",\"outcome\":\"DONE\",\"message\":\"c\"}");

  private static final List<String> MOTION =
      List.of(
          "{\"kitchen\":{\"name\":\"k\",\"length\":5,\"width\":4,\"fixed\":[{\"id\":\"desk/top\",\"box\":[1,1,0.1],\"color\":\"#aabbcc\",\"pose\":[1,1,1,0,0,0,1]}],\"places\":[{\"name\":\"desk\",\"pose\":[1,1,1,0,0,0,1]}],\"kinds\":{}}}",
          "{\"t\":0,\"event\":0}",
          "{\"t\":0.5,\"new\":[{\"id\":\"cup-1\",\"cylinder\":[0.05,0.1],\"color\":\"#ffffff\",\"pose\":[1,1,1,0,0,0,1]}]}",
          "{\"t\":1.5,\"poses\":{\"cup-1\":[1,2,1,0,0,0,1]}}",
          "{\"t\":2.5,\"gone\":[\"cup-1\"]}");

  private final Path folder;

  RecordingAttack(Path folder) {
    this.folder = folder;
  }

  /** One try: whether it was refused. */
  boolean play(Random random) throws IOException {
    Mutations mutations = new Mutations(random);
    boolean recorded = random.nextBoolean();
    List<String> trace = new ArrayList<>(TRACE);
    List<String> motion = new ArrayList<>(MOTION);
    List<String> hit = recorded ? motion : trace;
    int at = random.nextInt(hit.size());
    String good = hit.get(at);
    hit.set(at, random.nextInt(4) == 0 ? mutations.text(good) : mutations.json(good));
    Path episode = Files.createDirectories(folder.resolve("episode"));
    write(episode.resolve("trace.jsonl"), trace);
    Files.deleteIfExists(episode.resolve("motion.jsonl"));
    if (recorded) {
      write(episode.resolve("motion.jsonl"), motion);
    }
    Replay replay;
    try {
      replay = Replay.read(episode);
    } catch (InvalidInputException e) {
      String message = String.valueOf(e.getMessage());
      assertThat(message).contains("jsonl'").doesNotContain("java.", "io.souschef.", "Source:");
      return true;
    }
    assertThat(replay.endS()).isFinite();
    Stills stills = new Stills(replay);
    assertThat(stills.at(0).lengthM()).isPositive();
    assertThat(stills.at(replay.endS()).widthM()).isPositive();
    assertThat(replay.json().toString()).isNotBlank();
    return false;
  }

  private static void write(Path file, List<String> lines) throws IOException {
    Files.write(file, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
  }
}
