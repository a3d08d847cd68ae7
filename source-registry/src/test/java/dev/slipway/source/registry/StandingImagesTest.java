package dev.slipway.source.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.Digest;
import dev.slipway.model.image.ImageBase;
import dev.slipway.model.image.ImageChoice;
import dev.slipway.model.image.ImageRepository;
import dev.slipway.model.image.ImageSource;
import dev.slipway.model.image.ImageTag;
import dev.slipway.model.image.PinnedImage;
import dev.slipway.model.image.Rebased;
import dev.slipway.model.image.TagPattern;
import dev.slipway.model.image.VersionRange;
import dev.slipway.outbound.Names;
import dev.slipway.outbound.Outbound;
import dev.slipway.outbound.Reach;
import dev.slipway.registry.Access;
import dev.slipway.registry.Gate;
import dev.slipway.registry.RealRegistry;
import dev.slipway.registry.Registries;
import dev.slipway.registry.Sample;
import dev.slipway.registry.rebase.Bases;
import dev.slipway.source.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Images on what their bases are now, at a real registry and with a gate that sees each question.
 */
class StandingImagesTest {

  @TempDir private Path folder;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Outbound outbound =
      new Outbound(
          Names.OF_THIS_MACHINE, Reach.of(List.of("127.0.0.1")), Registries.BOUNDS, threads);
  private Instant now = Instant.parse("2026-11-20T12:00:00Z");
  private RealRegistry registry;
  private Gate gate;
  private RegistryImages images;
  private Digest built;

  @BeforeEach
  void open() throws IOException {
    registry = RealRegistry.open(folder.resolve("registry"));
    gate = Gate.before(registry);
    Files.createDirectories(room());
    images = fresh();
    base(Bases.before());
    built = push("1.4.2");
  }

  @AfterEach
  void close() {
    gate.close();
    registry.close();
    outbound.close();
    threads.shutdownNow();
  }

  private Path room() {
    return folder.resolve("room");
  }

  /** As a server has it that was just started. */
  private RegistryImages fresh() {
    return new RegistryImages(
        outbound,
        () -> new Access(Map.of(), Map.of(), Set.of(gate.host(), registry.host())),
        new StandingImages(outbound, room(), () -> now));
  }

  private Digest base(Sample sample) {
    return registry.push("base/run", "13", sample);
  }

  private Digest push(String tag) {
    return registry.push("team/shop", tag, Bases.app(gate.host() + "/base/run"));
  }

  private ImageSource source(ImageChoice choice) {
    return new ImageSource(
        new ImageRepository(gate.host() + "/team/shop"),
        choice,
        Optional.of(
            new ImageBase(new ImageRepository(gate.host() + "/base/run"), new ImageTag("13"))));
  }

  private Reading<PinnedImage> look() {
    return images.image(source(new ImageChoice.Newest(new VersionRange("1.x"))));
  }

  private PinnedImage read(Reading<PinnedImage> reading) {
    assertThat(reading).isInstanceOf(Reading.Read.class);
    return ((Reading.Read<PinnedImage>) reading).value();
  }

  private String code() {
    assertThat(look()).isInstanceOf(Reading.Unusable.class);
    return ((Reading.Unusable<PinnedImage>) look()).because().code();
  }

  private List<String> asked(Runnable happening) {
    int before = gate.asked().size();
    happening.run();
    return gate.asked().subList(before, gate.asked().size());
  }

  @Test
  void an_image_on_the_base_that_it_was_built_on_is_that_image_and_nothing_is_written() {
    List<String> asked = asked(() -> assertThat(read(look()).digest()).isEqualTo(built));
    assertThat(read(look()).rebased()).isEmpty();
    assertThat(asked).allMatch(it -> it.startsWith("GET") || it.startsWith("HEAD"));
  }

  @Test
  void an_image_on_a_base_that_moved_is_another_one_under_a_tag_of_its_own() {
    Digest moved = base(Bases.after());
    PinnedImage image = read(look());
    assertThat(image.digest()).isNotEqualTo(built);
    assertThat(image.tag().value()).matches("1\\.4\\.2-slipway-[0-9a-f]{12}");
    assertThat(image.rebased()).contains(new Rebased(new ImageTag("1.4.2"), built, moved));
    assertThat(room()).isEmptyDirectory();
  }

  @Test
  void the_next_look_costs_two_questions_and_a_list_of_tags() {
    base(Bases.after());
    PinnedImage first = read(look());
    List<String> asked = asked(() -> assertThat(read(look())).isEqualTo(first));
    assertThat(asked)
        .containsExactly(
            "GET /v2/team/shop/tags/list?n=1000",
            "HEAD /v2/team/shop/manifests/1.4.2",
            "HEAD /v2/base/run/manifests/13");
  }

  @Test
  void a_server_that_was_killed_after_it_wrote_finds_the_same_image() {
    base(Bases.after());
    PinnedImage first = read(look());
    images = fresh();
    List<String> asked = asked(() -> assertThat(read(look())).isEqualTo(first));
    assertThat(asked).allMatch(it -> it.startsWith("GET") || it.startsWith("HEAD"));
  }

  @Test
  void what_was_made_is_never_chosen_itself() {
    base(Bases.after());
    ImageSource any = source(new ImageChoice.Like(new TagPattern("*")));
    PinnedImage first = read(images.image(any));
    assertThat(read(images.image(any))).isEqualTo(first);
    assertThat(read(look())).isEqualTo(first);
  }

  @Test
  void a_base_that_goes_back_brings_the_image_that_was_built() {
    base(Bases.after());
    assertThat(read(look()).digest()).isNotEqualTo(built);
    base(Bases.before());
    assertThat(read(look()).digest()).isEqualTo(built);
  }

  @Test
  void a_base_that_does_not_fit_is_refused_without_being_read_each_time() {
    base(Bases.after().label("io.buildpacks.base.distro.version", "14"));
    assertThat(code()).isEqualTo("other-distribution");
    assertThat(asked(this::look)).noneMatch(it -> it.startsWith("GET") && it.contains("manifests"));
    now = now.plus(Duration.ofMinutes(11));
    assertThat(asked(this::look)).anyMatch(it -> it.startsWith("GET") && it.contains("manifests"));
    base(Bases.after());
    assertThat(read(look()).digest()).isNotEqualTo(built);
  }

  @Test
  void an_image_for_several_machines_is_not_replaced_by_one() {
    Sample one = Bases.app(gate.host() + "/base/run");
    String index =
        """
        {"schemaVersion":2,"mediaType":"application/vnd.oci.image.index.v1+json","manifests":[
        {"mediaType":"%s","size":%d,"digest":"%s","platform":{"os":"linux","architecture":"amd64"}}]}
        """
            .formatted(one.mediaType(), one.manifest().length(), built);
    registry.manifest("team/shop", "1.9.0", "application/vnd.oci.image.index.v1+json", index);
    assertThat(code()).isEqualTo("image-is-index");
  }

  @Test
  void a_base_that_is_not_there_is_told() {
    ImageSource source =
        new ImageSource(
            new ImageRepository(gate.host() + "/team/shop"),
            new ImageChoice.Tagged(new ImageTag("1.4.2")),
            Optional.of(
                new ImageBase(new ImageRepository(gate.host() + "/base/run"), new ImageTag("14"))));
    assertThat(images.image(source))
        .isInstanceOfSatisfying(
            Reading.Unusable.class,
            it -> assertThat(it.because().code()).isEqualTo("base-not-there"));
  }

  @Test
  void a_registry_of_bases_that_is_gone_may_come_back_and_one_that_is_there_is_copied_from()
      throws IOException {
    RealRegistry other = RealRegistry.open(folder.resolve("other"));
    String host = other.host();
    try (other) {
      other.push("base/run", "13", Bases.after());
      registry.push("team/shop", "1.4.3", Bases.app(host + "/base/run"));
      RegistryImages both =
          new RegistryImages(
              outbound,
              () -> new Access(Map.of(), Map.of(), Set.of(gate.host(), host)),
              new StandingImages(outbound, room(), () -> now));
      assertThat(read(both.image(on(host))).tag().value()).startsWith("1.4.3-slipway-");
      other.close();
      assertThat(both.image(on(host))).isInstanceOf(Reading.Unavailable.class);
    }
    assertThat(room()).isEmptyDirectory();
  }

  private ImageSource on(String host) {
    return new ImageSource(
        new ImageRepository(gate.host() + "/team/shop"),
        new ImageChoice.Tagged(new ImageTag("1.4.3")),
        Optional.of(new ImageBase(new ImageRepository(host + "/base/run"), new ImageTag("13"))));
  }

  @Test
  void a_login_that_may_not_write_is_told_and_nothing_is_there() {
    gate.forbid("POST");
    base(Bases.after());
    assertThat(code()).isEqualTo("not-permitted");
    assertThat(gate.asked()).noneMatch(it -> it.startsWith("PUT"));
  }
}
