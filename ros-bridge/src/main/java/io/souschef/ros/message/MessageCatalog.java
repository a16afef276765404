package io.souschef.ros.message;

import io.souschef.skills.failure.InvalidInputException;
import io.souschef.skills.file.IoReason;
import io.souschef.skills.file.PlainFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The message definitions that are known, those of services and actions in their parts. Immutable
 * and safe to share.
 */
public final class MessageCatalog {

  /** Folders below a workspace's source; deeper ones hold no interfaces. */
  private static final int MOST_DEEP = 8;

  private final Map<TypeName, MessageDefinition> definitions;

  /** What was found and could not be read, and why. */
  private final Map<TypeName, String> unreadable;

  private MessageCatalog(
      Map<TypeName, MessageDefinition> definitions, Map<TypeName, String> unreadable) {
    this.definitions = definitions;
    this.unreadable = unreadable;
  }

  /** The interfaces that Souschef ships, as the given release of ROS 2 has them. */
  public static MessageCatalog standard(Distribution distribution) {
    Map<TypeName, MessageDefinition> definitions = new HashMap<>();
    for (String resource : distribution.resources()) {
      InterfaceBundle.read(resource)
          .forEach((type, text) -> add(definitions, type, text, resource + ": " + type));
    }
    InterfaceBundle.ownPackage()
        .forEach((type, text) -> add(definitions, type, text, type.toString()));
    return checked(definitions);
  }

  /**
   * This catalog and the interfaces below a folder, which holds {@code <package>/msg/Name.msg},
   * {@code <package>/srv/Name.srv} and {@code <package>/action/Name.action}, as a workspace's
   * {@code src} and what colcon installs do, at any depth. They take the place of those with the
   * same name. One that is malformed, or refers to a type that is nowhere defined, is only a fault
   * once it is used: {@link #requireComplete}.
   *
   * @throws InvalidInputException when the folder cannot be read
   */
  public MessageCatalog with(Path folder) {
    Map<TypeName, MessageDefinition> all = new HashMap<>(definitions);
    Map<TypeName, String> faults = new HashMap<>(unreadable);
    try (Stream<Path> files = Files.walk(folder.toAbsolutePath(), MOST_DEEP)) {
      for (Path file : files.filter(MessageCatalog::isInterface).sorted().toList()) {
        int last = file.getNameCount() - 1;
        String name = file.getName(last).toString();
        TypeName type =
            new TypeName(
                file.getName(last - 2).toString(),
                file.getName(last - 1).toString(),
                name.substring(0, name.lastIndexOf('.')));
        try {
          String text = new PlainFile("Interface file", file).text(PlainFile.HAND_WRITTEN);
          add(all, type, text, file.toString());
        } catch (InvalidInputException e) {
          faults.put(type, String.valueOf(e.getMessage()));
          all.remove(type);
        }
      }
    } catch (IOException e) {
      throw unreadable(folder, e);
    } catch (UncheckedIOException e) {
      throw unreadable(folder, new IOException(IoReason.of(e), e));
    }
    return new MessageCatalog(Map.copyOf(all), Map.copyOf(faults));
  }

  /**
   * Requires that a type and everything in it is defined. What is not used may be incomplete: a
   * workspace holds much that a robot's file does not name.
   *
   * @throws InvalidInputException naming file and line, or the field, that is at fault
   */
  public void requireComplete(TypeName type) {
    requireComplete(type, Set.of());
  }

  private static InvalidInputException unreadable(Path folder, IOException e) {
    return new InvalidInputException(
        "Interface folder '%s' cannot be read (%s); give a folder with <package>/msg/*.msg in it"
            .formatted(folder, IoReason.of(e)),
        e);
  }

  private static boolean isInterface(Path file) {
    int last = file.getNameCount() - 1;
    if (last < 2) {
      return false;
    }
    String kind = file.getName(last - 1).toString();
    return List.of("msg", "srv", "action").contains(kind) && file.toString().endsWith("." + kind);
  }

  private static void add(
      Map<TypeName, MessageDefinition> all, TypeName type, String text, String origin) {
    InterfaceParser.parse(type, text, origin).forEach(d -> all.put(d.type(), d));
    if (type.kind().equals("action")) {
      ActionParts.of(type).forEach(d -> all.put(d.type(), d));
    }
  }

  private static MessageCatalog checked(Map<TypeName, MessageDefinition> definitions) {
    MessageCatalog catalog = new MessageCatalog(Map.copyOf(definitions), Map.of());
    definitions.keySet().forEach(type -> catalog.requireComplete(type, Set.of()));
    return catalog;
  }

  private void requireComplete(TypeName type, Set<TypeName> around) {
    if (around.contains(type)) {
      throw new InvalidInputException(
          "Interface %s contains itself; a ROS 2 message cannot".formatted(type));
    }
    Set<TypeName> inside = new TreeSet<>(around);
    inside.add(type);
    for (Field field : get(type).fields()) {
      if (field.type() instanceof ElementType.Nested nested) {
        if (unreadable.containsKey(nested.type())) {
          throw new InvalidInputException(unreadable.get(nested.type()));
        }
        if (!definitions.containsKey(nested.type())) {
          throw new InvalidInputException(
              "Interface %s, field '%s': type %s is not defined; add its file to the interface folder"
                  .formatted(type, field.name(), nested.type()));
        }
        requireComplete(nested.type(), inside);
      }
    }
  }

  public Optional<MessageDefinition> find(TypeName type) {
    return Optional.ofNullable(definitions.get(type));
  }

  /**
   * The definition of a type.
   *
   * @throws InvalidInputException when it is not known
   */
  public MessageDefinition get(TypeName type) {
    return find(type)
        .orElseThrow(() -> new InvalidInputException(unreadableOf(type).orElse(unknown(type))));
  }

  /** The fault of the file that defines a type or its parts. */
  private Optional<String> unreadableOf(TypeName type) {
    return unreadable.entrySet().stream()
        .filter(e -> e.getKey().equals(type) || isPart(type, e.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private static boolean isPart(TypeName type, TypeName whole) {
    return type.toString().startsWith(whole + "_");
  }

  private static String unknown(TypeName type) {
    return "ROS 2 type %s is not known here; put its definition below a folder named under 'interfaces'"
        .formatted(type);
  }

  public Set<TypeName> types() {
    return new TreeSet<>(definitions.keySet());
  }
}
