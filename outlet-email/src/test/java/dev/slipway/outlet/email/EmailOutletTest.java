package dev.slipway.outlet.email;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.notification.Occasion;
import dev.slipway.outlet.contract.Tellings;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a letter says. */
class EmailOutletTest {

  private static final EmailOutlet OUTLET = new EmailOutlet(Optional.of("https://slipway.example"));

  @Test
  void the_subject_says_how_it_stands_and_the_text_why_and_where() {
    Letter letter = OUTLET.letter(Tellings.of(Occasion.FAILED, "web did not come up."));
    assertThat(letter.subject()).isEqualTo("[slipway] shop/staging#3 has failed");
    assertThat(letter.text())
        .startsWith("shop/staging#3 (0123456789) has failed. web did not come up.\n")
        .contains("\nhttps://slipway.example/apps/shop/staging/3\n")
        .contains("\n-- \nThe notification ");
  }

  @ParameterizedTest
  @EnumSource
  void all_that_is_told_of_one_change_is_one_thread(Occasion occasion) {
    assertThat(OUTLET.letter(Tellings.of(occasion)).thread())
        .contains("main.shop.staging.s-7f21aa00bb11cc22");
  }

  @Test
  void several_things_that_happened_shortly_after_one_another_stand_in_their_order() {
    Letter letter = OUTLET.letter(Tellings.of(Occasion.QUEUED, Occasion.STARTED));
    assertThat(letter.subject()).isEqualTo("[slipway] shop/staging#3 has started");
    assertThat(letter.text().lines().filter(line -> line.startsWith("2026-")))
        .extracting(line -> line.substring(line.indexOf("shop")))
        .containsExactly("shop/staging is queued", "shop/staging#3 has started");
  }

  @Test
  void what_others_say_adds_no_line_and_no_header() {
    String hostile = "Done.\r\nBcc: everybody@example.org\r\n\r\n<b>Hello</b>\u202e";
    Letter letter = OUTLET.letter(Tellings.of(Occasion.FAILED, hostile));
    assertThat(letter.text().lines().filter(line -> line.startsWith("Bcc"))).isEmpty();
    assertThat(letter.text()).doesNotContain("\r", "\u202e");
    assertThat(letter.subject().lines()).hasSize(1);
  }

  @Test
  void without_an_address_of_the_server_there_is_no_link() {
    assertThat(new EmailOutlet(Optional.empty()).letter(Tellings.of(Occasion.SETTLED)).text())
        .doesNotContain("http");
  }

  @Test
  void a_test_says_that_it_is_one_and_belongs_to_no_delivery() {
    Letter letter = OUTLET.letter(Tellings.rehearsal());
    assertThat(letter.subject()).isEqualTo("[slipway] a test");
    assertThat(letter.text()).contains("is a test, and nothing happened.").doesNotContain("http");
    assertThat(letter.thread()).isEmpty();
  }
}
