package dev.slipway.registry;

import static dev.slipway.registry.RegistriesTest.code;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which texts name an image. */
class ImageNameTest {

  private static final String DIGEST =
      "sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "registry.example/shop",
        "registry.example/team/shop:1.4",
        "registry.example:5000/team/shop@" + DIGEST,
        "registry.example/team/shop:1.4@" + DIGEST,
        "127.0.0.1:5000/a/b__c/d-e.f:v1_2.3-x",
        "localhost/shop",
        "build:5000/shop"
      })
  void a_name_is_read_and_written_as_it_was(String text) throws Refusal {
    assertThat(ImageName.parse(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "shop",
        "team/shop",
        "team/shop:1.4",
        "https://registry.example/shop",
        "registry.example/",
        "registry.example/Shop",
        "registry.example/../shop",
        "registry.example/a//b",
        "registry.example/shop:",
        "registry.example/shop:-x",
        "registry.example/shop:a b",
        "registry.example/shop@sha256:0123",
        "registry.example/shop@md5:0123456789abcdef0123456789abcdef",
        "registry.example/shop?x",
        "user@registry.example/shop",
        "registry.example:/shop",
        "registry.example/shop\n",
        "-registry.example/shop"
      })
  void what_names_no_image_of_a_registry_is_refused(String text) {
    assertThat(code(() -> ImageName.parse(text))).isEqualTo("image-name-malformed");
  }

  @ParameterizedTest
  @ValueSource(ints = {300, 5000, 100_000})
  void what_is_too_long_is_refused_at_once(int length) {
    assertThat(code(() -> ImageName.parse("registry.example/" + "a".repeat(length) + "/!")))
        .isEqualTo("image-name-malformed");
    assertThat(code(() -> ImageName.parse("registry.example/" + "a-".repeat(length))))
        .isEqualTo("image-name-malformed");
  }
}
