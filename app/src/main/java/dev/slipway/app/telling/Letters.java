package dev.slipway.app.telling;

import dev.slipway.app.server.ServerOptions;
import dev.slipway.model.FileName;
import dev.slipway.model.notification.Receiver;
import dev.slipway.outlet.Dispatch.Sent;
import dev.slipway.outlet.Telling;
import dev.slipway.outlet.email.EmailOutlet;
import dev.slipway.outlet.email.MailAddress;
import dev.slipway.outlet.email.MailServer.Login;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Has the outlet word a letter, and the server's mail server carry it. Thread-safe.
 *
 * @param mail absent where the server was started without one
 * @param link where people read about deliveries
 */
record Letters(Optional<ServerOptions.Mail> mail, SecretFiles secrets, Optional<String> link) {

  Sent send(Receiver.Email receiver, Telling telling, Instant now) throws SecretFiles.Missing {
    if (mail.isEmpty()) {
      return new Sent.Failed("The server was started without a mail server; start it with --mail.");
    }
    ServerOptions.Mail by = mail.orElseThrow();
    List<MailAddress> to = addresses(receiver.to());
    Optional<Login> login =
        by.login().isPresent() ? Optional.of(login(by.login().orElseThrow())) : Optional.empty();
    return by.server().send(new EmailOutlet(link).letter(telling), to, login, now);
  }

  private List<MailAddress> addresses(FileName file) throws SecretFiles.Missing {
    return MailAddress.list(secrets.read(file))
        .orElseThrow(() ->
            new SecretFiles.Missing(
                "The file %s has to hold 1 to %d mail addresses, with commas between them."
                    .formatted(file, MailAddress.EACH_MAX)));
  }

  private Login login(FileName file) throws SecretFiles.Missing {
    return Login.parse(secrets.read(file))
        .orElseThrow(() ->
            new SecretFiles.Missing("The file %s has to hold USER:PASSWORD.".formatted(file)));
  }
}
