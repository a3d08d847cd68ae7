package dev.slipway.model.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.slipway.model.Digest;
import dev.slipway.model.InvalidValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which of the tags is meant. */
class ImageChoiceTest {

  private static final List<String> TAGS =
      List.of(
          "latest",
          "1.4",
          "1.4.2",
          "1.10.0",
          "v1.9.9",
          "2.0.0",
          "2.0.1-rc.1",
          "3.0.0-alpha",
          "release-9",
          "release-10",
          "release-010",
          "release-x",
          "2026-11-30.7",
          "01.2.3");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1.x            | 1.10.0
          1              | 1.10.0
          1.*            | 1.10.0
          >=1.4 <2       | 1.10.0
          1.4            | 1.4.2
          1.4.x          | 1.4.2
          1.4.2          | 1.4.2
          =v1.9.9        | v1.9.9
          >=1.4 <1.10    | v1.9.9
          >1.9           | 2.0.0
          >1.10          | 2.0.0
          <=1.4          | 1.4.2
          <2             | 1.10.0
          >=0            | 2.0.0
          """)
  void the_newest_version_in_a_range_is_taken(String range, String tag) {
    assertThat(newest(range).of(TAGS)).contains(new ImageTag(tag));
  }

  @ParameterizedTest
  @ValueSource(strings = {"3.x", ">=2.0.1", ">2", "1.4.3", "<1"})
  void nothing_is_taken_where_no_release_is_in_the_range(String range) {
    assertThat(newest(range).of(TAGS)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "x",
        "*",
        "latest",
        ">=",
        "1.4.2.3",
        "1.x.3",
        "1.4-rc.1",
        "^1.4",
        "~1",
        "1 || 2",
        "9999999999",
        "01.2"
      })
  void what_is_no_range_is_refused(String range) {
    assertThat(kind(() -> newest(range))).isEqualTo("range of versions");
  }

  @ParameterizedTest
  @CsvSource({
    "release-*, release-x",
    "release-1*, release-10",
    "*-10, release-10",
    "2026-*.*, 2026-11-30.7",
    "latest, latest",
    "r*e*0, release-10"
  })
  void the_last_of_the_tags_that_look_alike_is_taken(String pattern, String tag) {
    assertThat(like(pattern).of(TAGS)).contains(new ImageTag(tag));
  }

  @Test
  void a_star_does_not_use_a_letter_twice() {
    assertThat(like("aba*aba").of(List.of("aba", "ababa"))).isEmpty();
    assertThat(like("aba*aba").of(List.of("abaaba"))).contains(new ImageTag("abaaba"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "[a]", "a?", "(.*)+"})
  void what_is_no_pattern_is_refused(String pattern) {
    assertThat(kind(() -> like(pattern))).isEqualTo("pattern of tags");
  }

  @Test
  void the_order_in_which_a_registry_lists_tags_does_not_count() {
    List<String> tags = new ArrayList<>(TAGS);
    tags.add("1.10.0".replace("1.10", "v1.10"));
    Random chance = new Random(7);
    for (int i = 0; i < 50; i++) {
      Collections.shuffle(tags, chance);
      assertThat(newest("1.x").of(tags)).contains(new ImageTag("v1.10.0"));
      assertThat(like("release-*0").of(tags)).isEqualTo(Optional.of(new ImageTag("release-10")));
    }
  }

  @Test
  void what_was_moved_onto_a_base_is_not_chosen_and_has_a_tag_that_nobody_else_takes() {
    Digest of = Digest.ofHex("ab".repeat(32));
    ImageTag own = RebasedTag.of(new ImageTag("release-10"), of);
    assertThat(own.value()).isEqualTo("release-10-slipway-abababababab");
    List<String> tags = new ArrayList<>(TAGS);
    tags.add(own.value());
    tags.add(RebasedTag.of(new ImageTag("1.10.0"), of).value());
    tags.add(RebasedTag.of(own, of).value());
    assertThat(like("release-*").of(tags)).isEqualTo(like("release-*").of(TAGS));
    assertThat(like("*").of(tags)).isEqualTo(like("*").of(TAGS));
    assertThat(newest("1.x").of(tags)).isEqualTo(newest("1.x").of(TAGS));
    assertThat(like("*-slipway-*").of(List.of("a-slipway-tool"))).isPresent();
    assertThat(RebasedTag.of(new ImageTag("x".repeat(128)), of).value()).hasSize(128);
  }

  @Test
  void one_tag_is_meant_where_it_is_there() {
    ImageChoice latest = new ImageChoice.Tagged(new ImageTag("latest"));
    assertThat(latest.of(TAGS)).contains(new ImageTag("latest"));
    assertThat(latest.of(List.of("Latest", "1.4.2"))).isEmpty();
  }

  private static ImageChoice newest(String range) {
    return new ImageChoice.Newest(new VersionRange(range));
  }

  private static ImageChoice like(String pattern) {
    return new ImageChoice.Like(new TagPattern(pattern));
  }

  private static String kind(ThrowingCallable call) {
    return catchThrowableOfType(InvalidValue.class, call).kind();
  }
}
