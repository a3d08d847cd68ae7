package dev.slipway.outlet.email;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.slipway.outlet.Dispatch.Sent;
import dev.slipway.outlet.email.MailServer.Login;
import dev.slipway.outlet.email.MailServer.Security;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Letters that are handed to a mail server, and what becomes of them where it does not take them.
 */
class MailServerTest {

  private static final String LOOPBACK = "127.0.0.1";
  private static final Instant NOW = Instant.parse("2026-12-01T07:00:00Z");
  private static final MailAddress SENDER = new MailAddress("slipway@shop.example");
  private static final MailAddress ANNA = new MailAddress("anna@shop.example");
  private static final MailAddress BEN = new MailAddress("ben@shop.example");
  private static final Letter LETTER =
      new Letter(
          "msg_1",
          Optional.of("main.shop.staging.3"),
          "[slipway] shop/staging#3 has failed",
          "It did not come up – web.\n.\nA line with a dot alone is no end.");

  private static MailServer at(int port, Security security) {
    return new MailServer(LOOPBACK, port, security, SENDER);
  }

  private static GreenMail post(String protocol) {
    GreenMail post = new GreenMail(new ServerSetup(0, LOOPBACK, protocol));
    post.start();
    return post;
  }

  @Test
  void a_letter_arrives_with_all_that_it_says() throws Exception {
    GreenMail post = post(ServerSetup.PROTOCOL_SMTP);
    try {
      post.setUser("slipway", "s3cret-of-post");
      MailServer server = at(post.getSmtp().getPort(), Security.NONE);
      Sent sent =
          server.send(LETTER, List.of(ANNA, BEN), Login.parse("slipway:s3cret-of-post"), NOW);
      assertThat(sent).isEqualTo(new Sent.Delivered());
      MimeMessage[] received = post.getReceivedMessages();
      assertThat(received).hasSize(2);
      for (MimeMessage each : received) {
        assertThat(each.getSubject()).isEqualTo(LETTER.subject());
        assertThat(each.getContent().toString().replace("\r\n", "\n")).isEqualTo(LETTER.text());
        assertThat(each.getHeader("Message-ID", null)).isEqualTo("<msg_1@shop.example>");
        assertThat(each.getHeader("References", null))
            .isEqualTo("<main.shop.staging.3@shop.example>");
        assertThat(each.getHeader("Auto-Submitted", null)).isEqualTo("auto-generated");
        assertThat(each.getFrom()[0]).hasToString("slipway@shop.example");
        assertThat(each.getAllRecipients()).hasSize(2);
        assertThat(each.getSentDate().toInstant()).isEqualTo(NOW);
      }
    } finally {
      post.stop();
    }
  }

  @Test
  void a_server_whose_certificate_nobody_vouches_for_gets_nothing() {
    GreenMail post = post(ServerSetup.PROTOCOL_SMTPS);
    try {
      Sent sent =
          at(post.getSmtps().getPort(), Security.TLS)
              .send(LETTER, List.of(ANNA), Login.parse("slipway:s3cret"), NOW);
      assertThat(sent).isInstanceOf(Sent.Failed.class);
      assertThat(((Sent.Failed) sent).because())
          .contains("shows no certificate that this machine trusts for that name")
          .doesNotContain("s3cret");
      assertThat(post.getReceivedMessages()).isEmpty();
    } finally {
      post.stop();
    }
  }

  @Test
  void where_no_tls_is_offered_neither_login_nor_letter_is_handed_over() throws Exception {
    try (Clerk clerk = new Clerk(Map.of())) {
      Sent sent =
          at(clerk.port(), Security.STARTTLS)
              .send(LETTER, List.of(ANNA), Login.parse("slipway:s3cret"), NOW);
      assertThat(((Sent.Failed) sent).because()).contains("offers no TLS");
      assertThat(clerk.heard()).noneMatch(line -> line.startsWith("AUTH"));
      assertThat(clerk.heard()).noneMatch(line -> line.startsWith("MAIL"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "RCPT, 550 5.1.1 nobody of that name,                Declined, (550)",
    "RCPT, 450 4.2.1 full,                               Failed,   (450)",
    "MAIL, 553 5.7.1 not you,                            Declined, (553)",
    "MAIL, 451 4.3.0 later,                              Failed,   (451)",
    "DATA, 554 5.6.0 not this,                           Declined, (554)",
    "DATA, 452 4.3.1 no room,                            Failed,   (452)",
  })
  void a_letter_that_is_refused_is_declined_or_tried_again_by_the_class_of_the_answer(
      String command, String answer, String becomes, String code) throws Exception {
    try (Clerk clerk = new Clerk(Map.of(command, answer))) {
      Sent sent =
          at(clerk.port(), Security.NONE).send(LETTER, List.of(ANNA), Optional.empty(), NOW);
      assertThat(sent.getClass().getSimpleName()).isEqualTo(becomes);
      assertThat(sent.toString()).contains(code).doesNotContain("nobody of that name", "anna");
    }
  }

  @Test
  void where_one_address_is_refused_the_others_get_the_letter() throws Exception {
    try (Clerk clerk = new Clerk(Map.of("RCPT TO:<anna", "550 5.1.1 nobody"))) {
      Sent sent =
          at(clerk.port(), Security.NONE).send(LETTER, List.of(ANNA, BEN), Optional.empty(), NOW);
      assertThat(sent).isEqualTo(new Sent.Delivered());
      assertThat(clerk.heard()).contains("DATA", ".");
    }
  }

  @Test
  void a_login_that_is_not_taken_is_said_without_its_password() throws Exception {
    Map<String, String> picky =
        Map.of("EHLO", "250-clerk.example\r\n250 AUTH PLAIN", "AUTH", "535 5.7.8 no");
    try (Clerk clerk = new Clerk(picky)) {
      Optional<Login> login = Login.parse("slipway:s3cret");
      Sent sent = at(clerk.port(), Security.NONE).send(LETTER, List.of(ANNA), login, NOW);
      assertThat(((Sent.Failed) sent).because()).contains("does not take the login");
      assertThat(sent + login.toString()).doesNotContain("s3cret");
    }
  }

  @Test
  void a_server_that_is_not_there_is_tried_again() throws Exception {
    int port;
    try (Clerk clerk = new Clerk(Map.of())) {
      port = clerk.port();
    }
    Sent sent = at(port, Security.NONE).send(LETTER, List.of(ANNA), Optional.empty(), NOW);
    assertThat(((Sent.Failed) sent).because()).contains("cannot be reached");
  }

  @ParameterizedTest
  @CsvSource({"slipway", ":word", "slipway:", "''"})
  void a_login_has_a_name_and_a_password(String text) {
    assertThat(Login.parse(text)).isEmpty();
  }
}
