package dev.slipway.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.slipway.model.Digest;
import dev.slipway.registry.StrangeRegistry.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is believed of a registry, whatever it says, and where its answers lead. */
class RegistriesTest {

  private static final String MANIFEST = Sample.of("shop").manifest();
  private static final Digest DIGEST = Digests.of(MANIFEST.getBytes(StandardCharsets.UTF_8));
  private static final Digest OTHER = Digests.of(new byte[] {1});
  private static final String AT = "registry.example/v2/team/shop/manifests/1.4";
  private static final String TAGS = "registry.example/v2/team/shop/tags/list";

  @TempDir private Path folder;
  private StrangeRegistry registry;

  @BeforeEach
  void open() throws IOException {
    registry = new StrangeRegistry();
  }

  @AfterEach
  void close() {
    registry.close();
  }

  @Test
  void a_tag_is_resolved_without_reading_what_it_stands_for() throws Refusal {
    registry.on("HEAD " + AT, Answer.ok("").with("Docker-Content-Digest", DIGEST.value()));
    assertThat(registry.askedByAnybody().resolve(registry.image())).contains(DIGEST);
    assertThat(registry.heard()).containsExactly("HEAD " + AT + " as nothing");
  }

  @Test
  void a_registry_that_does_not_tell_digests_has_them_computed() throws Refusal {
    registry.on("HEAD " + AT, Answer.ok("")).on("GET " + AT, Answer.ok(MANIFEST));
    assertThat(registry.askedByAnybody().resolve(registry.image())).contains(DIGEST);
  }

  @Test
  void what_is_not_there_is_nothing_and_cannot_be_read() throws Refusal {
    assertThat(registry.askedByAnybody().resolve(registry.image())).isEmpty();
    assertThat(code(() -> registry.askedByAnybody().read(registry.image())))
        .isEqualTo("image-not-found");
  }

  @Test
  void a_manifest_that_is_not_what_its_digest_says_is_not_used() {
    registry.on("GET " + AT, Answer.ok(MANIFEST).with("Docker-Content-Digest", OTHER.value()));
    assertThat(code(() -> registry.askedByAnybody().read(registry.image())))
        .isEqualTo("digest-differs");
    registry.on("GET registry.example/v2/team/shop/manifests/" + OTHER, Answer.ok(MANIFEST));
    assertThat(code(() -> registry.askedByAnybody().read(registry.image().pinned(OTHER))))
        .isEqualTo("digest-differs");
  }

  @Test
  void a_part_that_is_not_what_its_digest_says_is_not_used() {
    registry.on("GET registry.example/v2/team/shop/blobs/" + OTHER, Answer.ok("exchanged"));
    Descriptor part = new Descriptor("any", OTHER, 9);
    assertThat(code(() -> registry.askedByAnybody().blobs().text(registry.image(), part)))
        .isEqualTo("digest-differs");
  }

  @Test
  void what_is_longer_than_it_may_be_is_not_used() {
    registry.on("GET " + AT, Answer.ok(" ".repeat(Registries.BOUNDS.bytesMax() + 1)));
    assertThat(code(() -> registry.askedByAnybody().read(registry.image())))
        .isEqualTo("answer-too-large");
    Descriptor part = new Descriptor("any", OTHER, Long.MAX_VALUE);
    assertThat(code(() -> registry.askedByAnybody().blobs().text(registry.image(), part)))
        .isEqualTo("answer-too-large");
  }

  @Test
  void tags_are_read_page_by_page_and_what_is_none_is_left_out() throws Refusal {
    String next = "</v2/team/shop/tags/list?last=1.1&n=1000>; rel=\"next\"";
    registry
        .on("GET " + TAGS, tags("1.0", "1.1", "not a tag", "-").with("Link", next))
        .on("GET " + TAGS + "?last=1.1&n=1000", tags("1.2"));
    assertThat(registry.askedByAnybody().tags(registry.image()))
        .containsExactly("1.0", "1.1", "1.2");
  }

  @Test
  void pages_that_go_on_elsewhere_or_without_end_are_not_followed() {
    registry.on(
        "GET " + TAGS,
        tags("1")
            .with(
                "Link",
                "<http://" + registry.at("store.example") + "/v2/team/shop/tags/list>; rel=next"));
    assertThat(code(() -> registry.askedByAnybody().tags(registry.image())))
        .isEqualTo("leads-elsewhere");
    registry.on("GET " + TAGS, tags("1").with("Link", "</v2/team/secret/tags/list>; rel=next"));
    assertThat(code(() -> registry.askedByAnybody().tags(registry.image())))
        .isEqualTo("leads-elsewhere");
    registry.on(
        "GET " + TAGS, tags("1").with("Link", "</v2/team/shop/tags/list?last=1>; rel=next"));
    assertThat(code(() -> registry.askedByAnybody().tags(registry.image())))
        .isEqualTo("too-many-tags");
    assertThat(registry.heard()).noneMatch(it -> it.contains("store.example"));
  }

  @Test
  void a_layer_that_lies_at_a_store_is_fetched_there_and_the_store_is_shown_nothing()
      throws Refusal, IOException {
    Layer layer = new Layer("shop");
    String blob = "registry.example/v2/base/run/blobs/" + layer.diffId();
    registry
        .on("GET " + blob, challenge("Basic realm=\"x\""))
        .on(
            "GET " + blob,
            basic(),
            new Answer(
                307, Map.of("Location", "http://" + registry.at("store.example") + "/kept"), ""))
        .on("GET store.example/kept", Answer.ok("shop"))
        .on(
            "POST registry.example/v2/team/shop/blobs/uploads/",
            new Answer(202, Map.of("Location", "/v2/team/shop/blobs/uploads/7"), ""))
        .on("PUT registry.example/v2/team/shop/blobs/uploads/7", new Answer(201, Map.of(), ""));
    ImageName base =
        new ImageName(
            registry.host(), "base/run", registry.image().tag(), registry.image().digest());
    Blobs blobs = registry.asked(logins(), Map.of()).blobs();
    Blobs.Way way =
        blobs.bring(new Descriptor("any", layer.diffId(), 4), base, registry.image(), folder);
    assertThat(way).isEqualTo(Blobs.Way.COPIED);
    assertThat(registry.heard()).contains("GET store.example/kept as nothing");
    try (var left = Files.list(folder)) {
      assertThat(left).as("what was kept meanwhile").isEmpty();
    }
  }

  @Test
  void a_layer_that_is_another_one_or_longer_than_it_says_is_not_put_anywhere() {
    Layer layer = new Layer("shop");
    registry
        .on("GET registry.example/v2/base/run/blobs/" + layer.diffId(), Answer.ok("exch"))
        .on(
            "POST registry.example/v2/team/shop/blobs/uploads/",
            new Answer(202, Map.of("Location", "/v2/team/shop/blobs/uploads/7"), ""));
    ImageName base =
        new ImageName(
            registry.host(), "base/run", registry.image().tag(), registry.image().digest());
    Descriptor part = new Descriptor("any", layer.diffId(), 4);
    assertThat(
            code(() ->
                registry.askedByAnybody().blobs().bring(part, base, registry.image(), folder)))
        .isEqualTo("digest-differs");
    registry.on(
        "GET registry.example/v2/base/run/blobs/" + layer.diffId(), Answer.ok("shop, and more"));
    assertThat(
            code(() ->
                registry.askedByAnybody().blobs().bring(part, base, registry.image(), folder)))
        .isEqualTo("digest-differs");
    assertThat(registry.heard()).noneMatch(it -> it.startsWith("PUT"));
  }

  @Test
  void an_upload_that_is_to_go_on_at_another_host_ends_there() {
    registry.on(
        "POST registry.example/v2/team/shop/blobs/uploads/",
        new Answer(
            202, Map.of("Location", "http://" + registry.at("store.example") + "/take"), ""));
    assertThat(code(() -> registry.askedByAnybody().blobs().put(registry.image(), "{}")))
        .isEqualTo("leads-elsewhere");
    assertThat(registry.heard()).noneMatch(it -> it.contains("store.example"));
  }

  @Test
  void what_a_registry_will_not_do_is_told_by_its_kind() {
    Map<Integer, String> codes =
        Map.of(
            403, "not-permitted",
            405, "not-offered",
            413, "too-large-there",
            429, "too-often",
            500, "registry-failed",
            204, "registry-failed");
    codes.forEach((status, code) -> {
      registry.on("GET " + AT, new Answer(status, Map.of(), ""));
      assertThat(code(() -> registry.askedByAnybody().read(registry.image()))).isEqualTo(code);
    });
  }

  static Answer challenge(String header) {
    return new Answer(401, Map.of("WWW-Authenticate", header), "");
  }

  static String basic() {
    return new Login("reader", "sesame").basic();
  }

  private Map<String, Login> logins() {
    return Map.of(registry.host(), new Login("reader", "sesame"));
  }

  private static Answer tags(String... tags) {
    return Answer.ok(
        "{\"name\":\"team/shop\",\"tags\":[\"" + String.join("\",\"", List.of(tags)) + "\"]}");
  }

  static String code(ThrowingCallable call) {
    return catchThrowableOfType(Refusal.class, call).code();
  }
}
