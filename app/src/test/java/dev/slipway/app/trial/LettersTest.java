package dev.slipway.app.trial;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.slipway.app.server.ServerOptions;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People are told by e-mail: by the real server, through a real mail server. */
class LettersTest {

  private static final String LOGIN = "slipway:canary-7c2e-post";
  private static final String PEOPLE = "anna@shop.example, ben@shop.example";

  @TempDir private Path folder;
  private Path secrets;
  private final GreenMail post = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));

  @BeforeEach
  void begin() throws IOException {
    post.start();
    post.setUser("slipway", "canary-7c2e-post");
    secrets = Files.createDirectory(folder.resolve("secret-files"));
    Files.writeString(secrets.resolve("mail-login"), LOGIN + "\n");
    Files.writeString(secrets.resolve("shop-people"), PEOPLE + "\n");
  }

  @AfterEach
  void stop() {
    post.stop();
  }

  private ServerOptions.Mail mail() {
    String host = "127.0.0.1:" + post.getSmtp().getPort();
    return ServerOptions.Mail.of(host + "=slipway@shop.example:mail-login", Set.of(host));
  }

  private List<String> await(int letters) {
    return Scene.until(
        letters + " letters",
        () ->
            Optional.of(
                    Arrays.stream(post.getReceivedMessages()).map(LettersTest::subject).toList())
                .filter(all -> all.size() >= letters));
  }

  private static String subject(MimeMessage letter) {
    try {
      return letter.getSubject();
    } catch (MessagingException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void a_failure_is_told_to_everybody_in_the_file_and_nobody_stands_in_the_ledger()
      throws IOException, MessagingException {
    Path data = folder.resolve("data");
    try (Running slipway = Running.mailing(data, secrets, mail());
        Scene scene = Scene.at(slipway, folder)) {
      Repo repo = Repo.in(folder.resolve("shop"));
      repo.with("deploy", "#!/bin/sh\nexit 1\n").push("Fail");
      scene
          .api()
          .apply(
              "{environment: production}",
              "{target: prod-1, environment: production, local: true}",
              "{notification: people, events: failed, email: {to: {file: shop-people}}}",
              """
              application: shop
              repository: %s
              services: {job: {command: ./deploy}}
              route: [production]
              """
                  .formatted(repo.url()));
      assertThat(scene.admin("notification", "test", "people")).contains("It was delivered.");
      assertThat(await(2)).containsOnly("[slipway] a test");

      scene.admin("deploy", "shop", "--to", "production", "--ref", "main");
      assertThat(await(4))
          .as("each has a mailbox, and in it the test and the failure")
          .containsExactly(
              "[slipway] a test",
              "[slipway] shop/production#1 has failed",
              "[slipway] a test",
              "[slipway] shop/production#1 has failed");
      MimeMessage last = post.getReceivedMessages()[3];
      assertThat(last.getContent().toString())
          .contains("shop/production#1 (" + repo.head().substring(0, 10) + ") has failed.")
          .contains("https://slipway.example/apps/shop/production/1");
      assertThat(last.getFrom()[0]).hasToString("slipway@shop.example");
      assertThat(scene.admin("notification", "list")).contains("people", "idle", "failed");
      assertThat(scene.admin("events", "--output", "json")).doesNotContain("anna@", "canary-7c2e");
    }
  }

  @Test
  void what_is_wrong_with_a_file_or_the_server_is_said_where_people_look() throws IOException {
    Files.writeString(secrets.resolve("shop-people"), "anna@shop.example, nobody\n");
    try (Running slipway = Running.mailing(folder.resolve("data"), secrets, mail());
        Scene scene = Scene.at(slipway, folder)) {
      scene.api().apply("{notification: people, events: failed, email: {to: {file: shop-people}}}");
      assertThat(tried(slipway))
          .contains("The file shop-people has to hold 1 to 50 mail addresses");
      Files.writeString(secrets.resolve("shop-people"), PEOPLE + "\n");
      Files.writeString(secrets.resolve("mail-login"), "slipway:another\n");
      assertThat(tried(slipway)).contains("does not take the login").doesNotContain("another");
      post.stop();
      assertThat(tried(slipway)).contains("cannot be reached");
    }
    assertThat(post.getReceivedMessages()).isEmpty();
  }

  private static String tried(Running slipway) {
    return slipway.starter().run("notification", "test", "people").out();
  }
}
