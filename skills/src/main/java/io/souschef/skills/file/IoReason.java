package io.souschef.skills.file;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Why an operation on a file failed, in words. Stateless. */
public final class IoReason {

  private IoReason() {}

  /** "no space left on device", "permission denied": a few words without the file's name. */
  public static String of(IOException e) {
    if (e instanceof NoSuchFileException) {
      return "no such file or folder";
    }
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (e instanceof FileAlreadyExistsException) {
      return "there is a file of that name already";
    }
    if (e instanceof NotDirectoryException) {
      return "it is no folder";
    }
    if (e instanceof DirectoryNotEmptyException) {
      return "the folder is not empty";
    }
    if (e instanceof CharacterCodingException) {
      return "it is not UTF-8 text";
    }
    if (e instanceof EOFException) {
      return "it ends too early";
    }
    String reason = e instanceof FileSystemException file ? file.getReason() : e.getMessage();
    return reason == null || reason.isBlank()
        ? e.getClass().getSimpleName()
        : Character.toLowerCase(reason.charAt(0)) + reason.substring(1);
  }

  /** The same for what a stream threw. */
  public static String of(UncheckedIOException e) {
    IOException cause = e.getCause();
    return cause == null ? String.valueOf(e.getMessage()) : of(cause);
  }
}
