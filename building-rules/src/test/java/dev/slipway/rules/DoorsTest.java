package dev.slipway.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.rules.sample.Leaky;
import org.junit.jupiter.api.Test;

final class DoorsTest {

  @Test
  void every_room_mentions_only_what_it_may() {
    assertThat(Doors.breaches(House.built())).isEmpty();
  }

  @Test
  void no_class_of_ours_is_overlooked() {
    assertThat(House.built().rooms().values()).contains("model", "engine", "loop", "agent", "cli");
  }

  @Test
  void a_line_that_mentions_a_forbidden_room_is_named_with_what_it_may_mention() {
    assertThat(Doors.breaches(House.pretending("model", Leaky.class)))
        .anySatisfy(breach ->
            assertThat(breach).contains("model mentions config", "no other room", "Leaky"));
    assertThat(Doors.breaches(House.pretending("config", Leaky.class)))
        .noneSatisfy(breach -> assertThat(breach).contains("config mentions config"));
  }

  @Test
  void a_pure_room_that_does_io_is_named_with_what_to_do_instead() {
    assertThat(Doors.breaches(House.pretending("engine", Leaky.class)))
        .anySatisfy(breach -> assertThat(breach).contains("engine is pure", "java.nio.file.Files"));
  }

  @Test
  void a_runtime_that_knows_of_shipments_is_named() {
    assertThat(Doors.breaches(House.pretending("runtime-process", Leaky.class)))
        .anySatisfy(breach -> assertThat(breach).contains("orders and observations"));
  }
}
