package dev.slipway.source.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.Digest;
import dev.slipway.model.image.ImageChoice;
import dev.slipway.model.image.ImageRepository;
import dev.slipway.model.image.ImageSource;
import dev.slipway.model.image.ImageTag;
import dev.slipway.model.image.PinnedImage;
import dev.slipway.model.image.TagPattern;
import dev.slipway.model.image.VersionRange;
import dev.slipway.outbound.Names;
import dev.slipway.outbound.Outbound;
import dev.slipway.outbound.Reach;
import dev.slipway.registry.Access;
import dev.slipway.registry.RealRegistry;
import dev.slipway.registry.Refusal;
import dev.slipway.registry.Registries;
import dev.slipway.registry.Sample;
import dev.slipway.source.Reading;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which image is meant, asked of a real registry. */
class RegistryImagesTest {

  @TempDir private Path folder;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Outbound outbound =
      new Outbound(
          Names.OF_THIS_MACHINE, Reach.of(List.of("127.0.0.1")), Registries.BOUNDS, threads);
  private RealRegistry registry;
  private RegistryImages images;

  @BeforeEach
  void open() {
    registry = RealRegistry.open(folder);
    images = new RegistryImages(outbound, this::plain, standing());
  }

  private StandingImages standing() {
    return new StandingImages(outbound, folder, InstantSource.system());
  }

  private Access plain() {
    return new Access(Map.of(), Map.of(), Set.of(registry.host()));
  }

  @AfterEach
  void close() {
    registry.close();
    outbound.close();
    threads.shutdownNow();
  }

  private ImageSource of(ImageChoice choice) {
    return new ImageSource(new ImageRepository(registry.host() + "/team/shop"), choice);
  }

  private static ImageChoice tagged(String tag) {
    return new ImageChoice.Tagged(new ImageTag(tag));
  }

  private void has(ImageChoice choice, String tag, Digest digest) {
    assertThat(images.image(of(choice)))
        .isEqualTo(
            new Reading.Read<>(
                new PinnedImage(
                    new ImageRepository(registry.host() + "/team/shop"),
                    new ImageTag(tag),
                    digest)));
  }

  @Test
  void a_tag_is_read_each_time() {
    has(tagged("stable"), "stable", registry.push("team/shop", "stable", Sample.of("one")));
    has(tagged("stable"), "stable", registry.push("team/shop", "stable", Sample.of("two")));
  }

  @Test
  void the_newest_in_a_range_and_the_last_of_a_kind_are_found() {
    registry.push("team/shop", "1.4.2", Sample.of("old"));
    Digest release = registry.push("team/shop", "1.10.0", Sample.of("release"));
    registry.push("team/shop", "2.0.0", Sample.of("next"));
    registry.push("team/shop", "release-9", Sample.of("nine"));
    Digest ten = registry.push("team/shop", "release-10", Sample.of("ten"));
    has(new ImageChoice.Newest(new VersionRange("1.x")), "1.10.0", release);
    has(new ImageChoice.Like(new TagPattern("release-*")), "release-10", ten);
  }

  @Test
  void what_is_not_there_is_no_trouble_of_the_registry() {
    assertThat(images.image(of(tagged("stable")))).isInstanceOf(Reading.Unusable.class);
    registry.push("team/shop", "stable", Sample.of("one"));
    assertThat(images.image(of(tagged("other")))).isInstanceOf(Reading.Unusable.class);
    assertThat(images.image(of(new ImageChoice.Newest(new VersionRange("1.x")))))
        .isInstanceOf(Reading.Unusable.class);
  }

  @Test
  void a_registry_that_is_gone_may_come_back() {
    registry.close();
    assertThat(images.image(of(tagged("stable")))).isInstanceOf(Reading.Unavailable.class);
  }

  @Test
  void nobody_is_asked_where_the_logins_cannot_be_read() {
    RegistryImages unread =
        new RegistryImages(
            outbound,
            () -> {
              throw new Refusal("auth-file-malformed", "It cannot be read.");
            },
            standing());
    assertThat(unread.image(of(tagged("stable")))).isInstanceOf(Reading.Unusable.class);
  }
}
