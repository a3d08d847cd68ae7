package dev.slipway.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.ledger.memory.MemorySnapshots;
import dev.slipway.ledger.memory.MemoryTimers;
import dev.slipway.loop.snapshot.SnapshotRule;
import dev.slipway.model.ActorId;
import dev.slipway.model.Digest;
import dev.slipway.model.Organisation;
import dev.slipway.model.Reason;
import dev.slipway.model.command.Command;
import dev.slipway.model.entry.ImageMoved;
import dev.slipway.model.image.ImageSource;
import dev.slipway.model.image.ImageTag;
import dev.slipway.model.image.PinnedImage;
import dev.slipway.source.ImageRegistries;
import dev.slipway.source.Reading;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which images are followed, and how they are looked at when nobody tells of them. */
class ImagePollerTest {

  private static final Duration POLL = Duration.ofSeconds(15);
  private static final String DOCUMENT =
      """
      application: shop
      parameters:
        one: {type: image, from: 'a.example/team/one:stable'}
        two: {type: image, from: 'a.example/team/two:stable'}
        other: {type: image, from: 'b.example/team/other:stable'}
      services:
        web: {run: './bin/web {params[one]} {params[two]} {params[other]}'}
      route: [staging]
      """;

  private final Premises premises = new Premises();
  private final HandTurned hands = premises.hands;
  private final Shelves shelves = new Shelves();

  /** Registries that have what is put there, and note what they are asked for. */
  private static final class Shelves implements ImageRegistries {

    private final Map<String, Digest> images = new HashMap<>();
    private final Set<String> away = new HashSet<>();
    private final Map<String, Reason> refused = new HashMap<>();
    private final List<String> asked = new ArrayList<>();

    @Override
    public Reading<PinnedImage> image(ImageSource source) {
      String name = source.toString();
      asked.add(name);
      if (away.stream().anyMatch(name::startsWith)) {
        return new Reading.Unavailable<>(new Reason("registry-unreachable", "It does not answer."));
      }
      if (refused.containsKey(name)) {
        return new Reading.Unusable<>(refused.get(name));
      }
      return Optional.ofNullable(images.get(name))
          .<Reading<PinnedImage>>map(digest ->
              new Reading.Read<>(
                  new PinnedImage(source.repository(), new ImageTag("stable"), digest)))
          .orElseGet(() -> new Reading.Unusable<>(new Reason("image-not-there", "There is none.")));
    }
  }

  @BeforeEach
  void begin() {
    premises.registries = shelves;
    Loop loop =
        premises.started(
            new Host(premises.blobs, DOCUMENT),
            new MemoryTimers(),
            new MemorySnapshots(),
            POLL,
            SnapshotRule.NEVER);
    loop.commands()
        .submit(
            Organisation.MAIN,
            ActorId.SLIPWAY,
            "add",
            new Command.AddApplication(Host.URL, Optional.of("main"), "slipway.yaml"));
    hands.pass(Duration.ofSeconds(1));
  }

  private static Digest digest(int n) {
    return Digest.ofHex("%064x".formatted(n));
  }

  private List<String> moved() {
    return premises.entries().stream()
        .filter(ImageMoved.class::isInstance)
        .map(ImageMoved.class::cast)
        .map(it -> it.source() + " " + Integer.parseInt(it.digest().hex(), 16))
        .toList();
  }

  private void put(String name, int n) {
    shelves.images.put(name, digest(n));
  }

  @Test
  void what_moved_is_found_although_nobody_told_of_it_and_once() {
    put("a.example/team/one:stable", 1);
    hands.pass(POLL.multipliedBy(3));
    assertThat(moved()).containsExactly("a.example/team/one:stable 1");
    put("a.example/team/one:stable", 2);
    hands.pass(POLL.multipliedBy(3));
    assertThat(moved())
        .containsExactly("a.example/team/one:stable 1", "a.example/team/one:stable 2");
  }

  @Test
  void a_registry_that_is_away_delays_no_other_and_is_caught_up_with() {
    shelves.away.add("a.example/");
    put("a.example/team/one:stable", 1);
    put("b.example/team/other:stable", 2);
    hands.pass(POLL.multipliedBy(2));
    assertThat(moved()).containsExactly("b.example/team/other:stable 2");
    hands.pass(Duration.ofMinutes(30));
    shelves.asked.clear();
    put("b.example/team/other:stable", 3);
    hands.pass(Duration.ofMinutes(10));
    assertThat(moved())
        .containsExactly("b.example/team/other:stable 2", "b.example/team/other:stable 3");
    assertThat(shelves.asked.stream().filter(name -> name.startsWith("a.example/")))
        .hasSizeBetween(4, 8);
    shelves.away.clear();
    hands.pass(Duration.ofMinutes(3));
    assertThat(moved()).contains("a.example/team/one:stable 1");
  }

  @Test
  void a_registry_that_fails_at_one_thing_is_asked_for_the_others() {
    shelves.away.add("a.example/team/one:");
    put("a.example/team/two:stable", 1);
    hands.pass(Duration.ofMinutes(2));
    assertThat(moved()).containsExactly("a.example/team/two:stable 1");
  }

  @Test
  void an_image_that_cannot_be_used_is_told_once_and_stays_what_it_was() {
    String name = "a.example/team/one:stable";
    put("a.example/team/two:stable", 1);
    put(name, 2);
    hands.pass(POLL.multipliedBy(3));
    shelves.refused.put(name, new Reason("other-distribution", "The base does not fit."));
    hands.pass(POLL.multipliedBy(5));
    assertThat(told(name))
        .containsExactly(
            "warn " + name + " cannot be followed, and stays what it was: The base does not fit.");
    shelves.refused.put(name, new Reason("not-permitted", "The login may not write."));
    hands.pass(POLL.multipliedBy(5));
    assertThat(told(name)).hasSize(2).last().asString().contains("The login may not write.");
    shelves.refused.clear();
    hands.pass(POLL.multipliedBy(5));
    assertThat(told(name)).hasSize(3).last().asString().startsWith("info");
    assertThat(moved()).containsExactlyInAnyOrder("a.example/team/two:stable 1", name + " 2");
  }

  private List<String> told(String name) {
    return hands.journal.stream()
        .filter(line -> line.contains(name + " can"))
        .filter(line -> !line.contains("There is none."))
        .toList();
  }

  @Test
  void one_look_at_a_time_asks_for_each_once() {
    hands.pass(POLL.multipliedBy(10));
    long looks = shelves.asked.stream().filter(name -> name.startsWith("b.example/")).count();
    assertThat(looks).isBetween(8L, 13L);
    assertThat(shelves.asked).hasSize(Math.toIntExact(3 * looks));
  }
}
