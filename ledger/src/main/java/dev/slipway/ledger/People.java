package dev.slipway.ledger;

import dev.slipway.model.ActorId;
import dev.slipway.model.InvalidValue;
import dev.slipway.model.Organisation;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Who is behind e-mail addresses and tokens. A person is a random id; everything that says more
 * lies here and can be erased, and entries hold the id alone. Thread-safe.
 */
public interface People {

  /**
   * What somebody is known by elsewhere.
   *
   * @param value an e-mail address in lower case, or a token's actor id
   */
  record Handle(Kind kind, String value) {

    private static final int LENGTH_MAX = 254;

    /** Where it is used. */
    public enum Kind {
      EMAIL,
      TOKEN
    }

    public Handle {
      if (kind == Kind.EMAIL && !isAddress(value)) {
        throw new InvalidValue("e-mail address", "looks like alice@example.org");
      }
    }

    /** Addresses are compared without regard to case, as mail servers nearly all do. */
    public static Handle ofEmail(String address) {
      return new Handle(Kind.EMAIL, address.strip().toLowerCase(Locale.ROOT));
    }

    public static Handle ofToken(ActorId token) {
      return new Handle(Kind.TOKEN, token.value());
    }

    private static boolean isAddress(String text) {
      int at = text.indexOf('@');
      return text.length() <= LENGTH_MAX
          && at > 0
          && at < text.length() - 1
          && text.chars().allMatch(c -> c > ' ' && c != 0x7f);
    }
  }

  /** A handle and the person behind it. */
  record Link(Handle handle, ActorId person) {}

  /** Lets a handle stand for a person; one that stood for another no longer does. */
  void link(Organisation organisation, Handle handle, ActorId person);

  Optional<ActorId> person(Organisation organisation, Handle handle);

  /** Every link, by person and handle. */
  List<Link> links(Organisation organisation);

  /** Erases a person's name and handles. The id stays in entries, and says nothing any more. */
  void forget(Organisation organisation, ActorId person);
}
