package dev.slipway.rules;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Who may mention whom. */
final class Doors {

  /** What a room must not mention although it may import where it comes from. */
  private record Word(String room, String prefix, String instead) {}

  private static final List<Word> WORDS =
      List.of(
          new Word(
              "http",
              "dev.slipway.engine.",
              "ask one of loop's doors; the fold is the engine's own"),
          new Word(
              "runtime-process",
              "dev.slipway.model.state.Shipment",
              "a runtime knows orders and observations"),
          new Word(
              "runtime-command",
              "dev.slipway.model.state.Shipment",
              "a runtime knows orders and observations"),
          new Word(
              "source-github",
              "dev.slipway.model.definition.Trigger",
              "give the event; the engine judges triggers"),
          new Word(
              "source-gitlab",
              "dev.slipway.model.definition.Trigger",
              "give the event; the engine judges triggers"),
          new Word(
              "source-gitea",
              "dev.slipway.model.definition.Trigger",
              "give the event; the engine judges triggers"),
          new Word(
              "source-git",
              "dev.slipway.model.definition.Trigger",
              "give the reading; the engine judges triggers"));

  /** Libraries and parts of the JDK that a pure room must not touch. */
  private static final Map<String, List<String>> IMPURE =
      Map.of(
          "model", List.of("java.io.File", "java.nio.file.", "java.net.http", "java.sql."),
          "expr",
              List.of("java.io.", "java.nio.file.", "java.net.", "java.sql.", "java.time.Instant"),
          "aggregation",
              List.of("java.io.", "java.nio.file.", "java.net.", "java.sql.", "java.time.Instant"),
          "engine",
              List.of(
                  "java.io.",
                  "java.nio.file.",
                  "java.net.",
                  "java.sql.",
                  "java.util.concurrent.",
                  "com.fasterxml.",
                  "org.slf4j."),
          "agent-core",
              List.of(
                  "java.io.",
                  "java.nio.file.",
                  "java.net.",
                  "java.sql.",
                  "java.util.concurrent.",
                  "com.fasterxml.",
                  "org.slf4j."));

  private Doors() {}

  static List<String> breaches(House house) {
    return house.classes().stream()
        .flatMap(one -> one.getDirectDependenciesFromSelf().stream())
        .flatMap(dependency -> breach(house, dependency))
        .distinct()
        .sorted()
        .toList();
  }

  private static Stream<String> breach(House house, Dependency dependency) {
    Room from = Room.named(house.room(dependency.getOriginClass().getName()).orElseThrow());
    String target = nameOf(dependency.getTargetClass());
    String at = dependency.getDescription();
    Stream<String> doors =
        house.room(target).stream()
            .filter(room -> !from.mayMention(room))
            .map(room ->
                "%s mentions %s, but %s. Move the line to where it belongs, or put an interface into a room that both may mention: %s"
                    .formatted(from.name(), room, from.advice(), at));
    Stream<String> words =
        WORDS.stream()
            .filter(word -> word.room().equals(from.name()) && target.startsWith(word.prefix()))
            .map(
                word -> "%s must not know this; %s: %s".formatted(from.name(), word.instead(), at));
    Stream<String> impure =
        IMPURE.getOrDefault(from.name(), List.of()).stream()
            .filter(target::startsWith)
            .map(_ ->
                "%s is pure; let a port in a room with I/O do this and take its result as an argument: %s"
                    .formatted(from.name(), at));
    return Stream.of(doors, words, impure).flatMap(stream -> stream);
  }

  private static String nameOf(JavaClass target) {
    return target.getBaseComponentType().getName();
  }
}
