package io.souschef.app.kitchen;

import io.souschef.skills.failure.InvalidInputException;
import io.souschef.skills.file.IoReason;
import io.souschef.skills.file.Resource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A small home with comments, from which people make their own. Stateless. */
public final class NewKitchen {

  private static final String TEMPLATE = "new-kitchen.yaml";

  private NewKitchen() {}

  /**
   * Writes it to a new file.
   *
   * @throws InvalidInputException when the file is there already or cannot be written
   */
  public static void write(Path file) {
    try (InputStream in = Resource.open(NewKitchen.class, TEMPLATE)) {
      Files.copy(in, file);
    } catch (FileAlreadyExistsException e) {
      throw new InvalidInputException(
          "'%s' is there already and stays as it is; choose another name".formatted(file), e);
    } catch (IOException e) {
      throw new InvalidInputException(
          "'%s' cannot be written (%s); choose a folder that is there and writable"
              .formatted(file, IoReason.of(e)),
          e);
    }
  }
}
