package dev.slipway.registry;

import static dev.slipway.registry.RegistriesTest.code;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The client against a real registry. */
class RealRegistryTest {

  private static final Sample SHOP = Sample.of("system", "shop");

  /** Of the words 'open sesame'. */
  private static final String HASHED =
      "$2b$04$iKugJYt95zLbQBZ/F38el.BJSRtCQ/Mctht/BLrStFEdmpNLwYjhe";

  @TempDir private Path folder;
  private RealRegistry registry;
  private Asking asking;

  @BeforeEach
  void open() {
    registry = RealRegistry.open(folder.resolve("registry"));
    asking = new Asking();
  }

  @AfterEach
  void close() {
    asking.close();
    registry.close();
  }

  @Test
  void a_tag_stands_for_what_was_pushed_last_and_a_digest_for_the_same_for_ever() throws Refusal {
    Registries registries = asking.anybody(registry.host());
    ImageName latest = name("team/shop:latest");
    assertThat(registries.resolve(latest)).isEmpty();
    Digest first = registry.push("team/shop", "latest", SHOP);
    assertThat(registries.resolve(latest)).contains(first);
    ImageName pinned = latest.pinned(first);
    for (int i = 0; i < 5; i++) {
      Digest moved = registry.push("team/shop", "latest", Sample.of("system", "shop " + i));
      assertThat(registries.resolve(latest)).contains(moved);
      assertThat(registries.read(pinned).text()).isEqualTo(SHOP.manifest());
    }
  }

  @Test
  void tags_are_listed() throws Refusal {
    registry.push("team/shop", "1.4.0", SHOP);
    registry.push("team/shop", "1.4.1", SHOP);
    assertThat(asking.anybody(registry.host()).tags(name("team/shop")))
        .containsExactlyInAnyOrder("1.4.0", "1.4.1");
  }

  @Test
  void a_layer_is_mounted_where_the_registry_has_it_and_is_there_the_next_time() throws Refusal {
    registry.push("base/run", "1", Sample.of("system"));
    Blobs blobs = asking.anybody(registry.host()).blobs();
    Descriptor layer = new Descriptor("any", new Layer("system").digest(), 0);
    assertThat(blobs.bring(layer, name("base/run:1"), name("team/shop:1"), folder))
        .isEqualTo(Blobs.Way.MOUNTED);
    assertThat(blobs.bring(layer, name("base/run:1"), name("team/shop:1"), folder))
        .isEqualTo(Blobs.Way.PRESENT);
    assertThat(blobs.has(name("team/shop:1"), new Layer("shop").digest())).isFalse();
  }

  @Test
  void a_layer_of_another_registry_is_copied() throws Refusal, IOException {
    try (RealRegistry other = RealRegistry.open(folder.resolve("other"))) {
      String content = "system".repeat(500_000);
      other.push("base/run", "1", Sample.of(content));
      Layer layer = new Layer(content);
      Blobs blobs = asking.anybody(registry.host(), other.host()).blobs();
      ImageName from = ImageName.parse(other.host() + "/base/run:1");
      Descriptor part = new Descriptor("any", layer.digest(), layer.packed().length);
      Path room = Files.createDirectory(folder.resolve("room"));
      assertThat(blobs.bring(part, from, name("team/shop:1"), room)).isEqualTo(Blobs.Way.COPIED);
      assertThat(blobs.has(name("team/shop:1"), layer.digest())).isTrue();
      assertThat(room).isEmptyDirectory();
    }
  }

  @Test
  void a_manifest_that_is_written_is_what_is_read() throws Refusal {
    Registries registries = asking.anybody(registry.host());
    registry.push("team/shop", "1", SHOP);
    registries.write(name("team/shop:2"), SHOP.mediaType(), SHOP.manifest());
    assertThat(registries.read(name("team/shop:2")).text()).isEqualTo(SHOP.manifest());
  }

  @Test
  void a_manifest_whose_parts_are_not_there_is_refused() {
    Registries registries = asking.anybody(registry.host());
    assertThat(code(() -> registries.write(name("team/shop:2"), SHOP.mediaType(), SHOP.manifest())))
        .isEqualTo("registry-failed");
  }

  @Test
  void who_may_enter_is_asked_for_a_login() throws Refusal, IOException {
    Path users = Files.writeString(folder.resolve("users"), "reader:" + HASHED + "\n");
    String more = "auth: {htpasswd: {realm: here, path: '%s'}}".formatted(users);
    try (RealRegistry guarded = RealRegistry.open(folder.resolve("guarded"), more)) {
      String host = guarded.host();
      ImageName name = ImageName.parse(host + "/team/shop:1");
      Registries known = asking.as(new Login("reader", "open sesame"), host, Map.of(), host);
      known.blobs().put(name, SHOP.configuration());
      assertThat(known.blobs().has(name, Sha256.of(SHOP.configuration()))).isTrue();
      assertThat(code(() -> asking.anybody(host).read(name))).isEqualTo("login-needed");
      Registries mistaken = asking.as(new Login("reader", "open barley"), host, Map.of(), host);
      assertThat(code(() -> mistaken.read(name))).isEqualTo("login-refused");
    }
  }

  @Test
  void a_registry_that_wants_tokens_gets_one_for_each_thing_and_no_more() throws Exception {
    Login reader = new Login("reader", "sesame");
    try (TokenServer tokens = TokenServer.open(folder, reader);
        RealRegistry guarded =
            RealRegistry.open(folder.resolve("guarded"), tokens.settings(folder))) {
      String host = guarded.host();
      ImageName name = ImageName.parse(host + "/team/shop:1");
      ImageName base = ImageName.parse(host + "/base/run:1");
      Map<String, String> realms = Map.of(host, tokens.host());
      Registries known = asking.as(reader, host, realms, host, tokens.host());
      known.blobs().put(base, SHOP.configuration());
      Descriptor part = new Descriptor("any", Sha256.of(SHOP.configuration()), 0);
      assertThat(known.blobs().bring(part, base, name, folder)).isEqualTo(Blobs.Way.MOUNTED);
      assertThat(known.blobs().text(name, part)).isEqualTo(SHOP.configuration());
      assertThat(tokens.scopes())
          .containsOnly(
              "repository:base/run:pull",
              "repository:base/run:pull,push",
              "repository:team/shop:pull",
              "repository:team/shop:pull,push");
      Registries notAllowed = asking.as(reader, host, Map.of(), host, tokens.host());
      assertThat(code(() -> notAllowed.resolve(name))).isEqualTo("realm-not-allowed");
      Registries nobody = asking.as(new Login("other", "x"), host, realms, host, tokens.host());
      assertThat(code(() -> nobody.resolve(name))).isEqualTo("login-refused");
    }
  }

  @Test
  void a_registry_of_the_inside_is_not_reached_unless_listed() throws Refusal {
    Registries registries = asking.anybody("127.0.0.2:" + registry.host().replaceFirst(".*:", ""));
    ImageName name = ImageName.parse(registry.host().replace("127.0.0.1", "127.0.0.2") + "/a:1");
    assertThat(code(() -> registries.read(name))).isEqualTo("address-not-allowed");
  }

  private ImageName name(String path) throws Refusal {
    return ImageName.parse(registry.host() + "/" + path);
  }
}
