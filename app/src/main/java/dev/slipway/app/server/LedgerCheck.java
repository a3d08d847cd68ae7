package dev.slipway.app.server;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.codec.SigningKey;
import dev.slipway.ledger.sql.Verified;
import dev.slipway.ledger.sql.Verify;
import java.util.List;

/** Verifies a ledger where it lies; it only reads, and may run while a server writes. */
public final class LedgerCheck {

  private static final ObjectMapper JSON = new ObjectMapper();

  private LedgerCheck() {}

  /** What verifying found, for people and for programs. */
  public record Result(Verified verified) {

    public boolean ok() {
      return verified instanceof Verified.Sound;
    }

    public String sentence() {
      return switch (verified) {
        case Verified.Sound sound ->
            "The ledger is sound: %d entries, the newest signed head covers %d."
                .formatted(sound.now().size(), sound.signed());
        case Verified.Broken broken ->
            "The ledger is broken, first at position %s: %s"
                .formatted(broken.first(), broken.because());
      };
    }

    public String json() {
      ObjectNode result = JSON.createObjectNode().put("ok", ok()).put("sentence", sentence());
      switch (verified) {
        case Verified.Sound sound ->
            result.put("entries", sound.now().size()).put("signed", sound.signed());
        case Verified.Broken broken ->
            result.put("position", broken.first().value()).put("code", broken.because().code());
      }
      return result.toString();
    }
  }

  public static Result of(DataFolder folder) {
    SigningKey heads = KeyRing.key(folder.keys(), KeyRing.CHECKPOINTS);
    return new Result(Verify.of(folder.root(), ControlPlane.ORIGIN, List.of(heads.publicKey())));
  }
}
