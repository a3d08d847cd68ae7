package dev.slipway.outlet.email;

import dev.slipway.outlet.Dispatch.Sent;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;

/**
 * The mail server that letters are handed to (RFC 5321). Thread-safe.
 *
 * @param sender whom letters come from
 */
public record MailServer(String host, int port, Security security, MailAddress sender) {

  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration ANSWER = Duration.ofSeconds(30);
  private static final int DECLINING = 500;

  /** How the way to it is guarded; with TLS its certificate has to be of its name. */
  public enum Security {
    /** TLS from the first byte (RFC 8314). */
    TLS,
    /** TLS after STARTTLS (RFC 3207), without which nothing is handed over. */
    STARTTLS,
    /** None, as to a server on the same machine. */
    NONE
  }

  /** By what a mail server lets somebody in. */
  public record Login(String user, String password) {

    /** Reads {@code USER:PASSWORD}; empty for anything else. */
    public static Optional<Login> parse(String text) {
      int at = text.indexOf(':');
      return at < 1 || at == text.length() - 1
          ? Optional.empty()
          : Optional.of(new Login(text.substring(0, at), text.substring(at + 1)));
    }

    /** Never says the password. */
    @Override
    public String toString() {
      return "Login[" + user + "]";
    }
  }

  /**
   * Hands a letter over. It waits for a minute and a half at most.
   *
   * @param to at least one; where the server refuses some of them, the others get it
   */
  public Sent send(Letter letter, List<MailAddress> to, Optional<Login> login, Instant now) {
    Session session = Session.getInstance(properties(login.isPresent()));
    try (Transport transport = session.getTransport()) {
      Message message = message(session, letter, to, now);
      if (login.isPresent()) {
        transport.connect(host, port, login.get().user(), login.get().password());
      } else {
        transport.connect();
      }
      transport.sendMessage(message, message.getAllRecipients());
      return new Sent.Delivered();
    } catch (AuthenticationFailedException _) {
      return new Sent.Failed("The mail server %s does not take the login.".formatted(name()));
    } catch (SendFailedException refused) {
      return refused(refused);
    } catch (MessagingException failed) {
      return new Sent.Failed(trouble(failed));
    }
  }

  private Properties properties(boolean withLogin) {
    String protocol = security == Security.TLS ? "smtps" : "smtp";
    String prefix = "mail." + protocol + ".";
    String upgrade = Boolean.toString(security == Security.STARTTLS);
    Properties all = new Properties();
    all.setProperty("mail.transport.protocol", protocol);
    all.setProperty(prefix + "host", host);
    all.setProperty(prefix + "port", Integer.toString(port));
    all.setProperty(prefix + "auth", Boolean.toString(withLogin));
    all.setProperty(prefix + "from", sender.value());
    all.setProperty(prefix + "sendpartial", "true");
    all.setProperty(prefix + "starttls.enable", upgrade);
    all.setProperty(prefix + "starttls.required", upgrade);
    all.setProperty(prefix + "ssl.checkserveridentity", "true");
    all.setProperty(prefix + "connectiontimeout", Long.toString(CONNECT.toMillis()));
    all.setProperty(prefix + "timeout", Long.toString(ANSWER.toMillis()));
    all.setProperty(prefix + "writetimeout", Long.toString(ANSWER.toMillis()));
    return all;
  }

  private Message message(Session session, Letter letter, List<MailAddress> to, Instant now)
      throws MessagingException {
    MimeMessage message = new Identified(session, reference(letter.id()));
    String charset = StandardCharsets.UTF_8.name();
    message.setFrom(new InternetAddress(sender.value()));
    for (MailAddress each : to) {
      message.addRecipient(Message.RecipientType.TO, new InternetAddress(each.value()));
    }
    message.setSubject(letter.subject(), charset);
    message.setText(letter.text(), charset);
    message.setSentDate(Date.from(now));
    message.setHeader("Auto-Submitted", "auto-generated");
    if (letter.thread().isPresent()) {
      message.setHeader("References", reference(letter.thread().get()));
    }
    return message;
  }

  private String reference(String id) {
    return "<%s@%s>".formatted(id, sender.domain());
  }

  /** A message whose id is ours, so that one that arrives twice is known by it. */
  private static final class Identified extends MimeMessage {

    private final String id;

    Identified(Session session, String id) {
      super(session);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", id);
    }
  }

  private Sent refused(SendFailedException refused) {
    if (refused.getValidSentAddresses() != null && refused.getValidSentAddresses().length > 0) {
      return new Sent.Delivered();
    }
    int code = codes(refused).findFirst().orElse(0);
    return code >= DECLINING
        ? new Sent.Declined(
            "The mail server %s does not take this letter (%d).".formatted(name(), code))
        : new Sent.Failed(trouble(refused));
  }

  /** What it answered to the letter, or to its addresses; its words may name people. */
  private static Stream<Integer> codes(MessagingException failed) {
    return causes(failed)
        .flatMap(each ->
            switch (each) {
              case SMTPAddressFailedException address -> Stream.of(address.getReturnCode());
              case SMTPSenderFailedException from -> Stream.of(from.getReturnCode());
              case SMTPSendFailedException whole -> Stream.of(whole.getReturnCode());
              default -> Stream.<Integer>empty();
            });
  }

  private static Stream<Exception> causes(Exception failed) {
    return Stream.iterate(
            Optional.of(failed), Optional::isPresent, each -> each.flatMap(MailServer::next))
        .flatMap(Optional::stream);
  }

  private static Optional<Exception> next(Exception failed) {
    return failed instanceof MessagingException chained
        ? Optional.ofNullable(chained.getNextException())
        : Optional.empty();
  }

  private String trouble(MessagingException failed) {
    Optional<Integer> code = codes(failed).findFirst();
    if (code.isPresent()) {
      return "The mail server %s does not take the letter now (%d).".formatted(name(), code.get());
    }
    if (causes(failed).anyMatch(SSLException.class::isInstance)) {
      return "The mail server %s shows no certificate that this machine trusts for that name."
          .formatted(name());
    }
    return isWithoutTls(failed)
        ? "The mail server %s offers no TLS, so nothing is handed to it.".formatted(name())
        : "The mail server %s cannot be reached.".formatted(name());
  }

  /** The library tells it in words alone. */
  private static boolean isWithoutTls(MessagingException failed) {
    return Optional.ofNullable(failed.getMessage())
        .filter(text -> text.startsWith("STARTTLS is required"))
        .isPresent();
  }

  private String name() {
    return host + ":" + port;
  }
}
