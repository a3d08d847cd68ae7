package dev.slipway.http;

import dev.slipway.model.InvalidValue;
import dev.slipway.model.Position;
import dev.slipway.model.Reason;
import dev.slipway.wire.DocumentProblem;
import java.util.List;
import java.util.Optional;

/** Ends a request with a problem. */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final transient Reason reason;
  private final transient Optional<Position> position;
  private final transient List<DocumentProblem> problems;

  private Refusal(
      int status, Reason reason, Optional<Position> position, List<DocumentProblem> problems) {
    super(reason.sentence(), null, false, false);
    this.status = status;
    this.reason = reason;
    this.position = position;
    this.problems = List.copyOf(problems);
  }

  public static Refusal of(int status, String code, String sentence) {
    return of(status, new Reason(code, sentence));
  }

  public static Refusal of(int status, Reason reason) {
    return new Refusal(status, reason, Optional.empty(), List.of());
  }

  /** A command that was refused in the ledger. */
  public static Refusal at(int status, Reason reason, Optional<Position> position) {
    return new Refusal(status, reason, position, List.of());
  }

  /** Documents that are not valid. */
  public static Refusal invalid(List<DocumentProblem> problems) {
    return new Refusal(
        422,
        new Reason("documents-invalid", "The documents are not valid; nothing was changed."),
        Optional.empty(),
        problems);
  }

  public static Refusal badRequest(String code, String sentence) {
    return of(400, code, sentence);
  }

  public static Refusal invalidValue(InvalidValue invalid) {
    return of(400, "invalid-value", Optional.ofNullable(invalid.getMessage()).orElse(""));
  }

  /** Also for what the asker may not see: nothing tells the two apart. */
  public static Refusal notFound() {
    return of(404, "not-found", "There is no such thing here.");
  }

  public static Refusal unauthorized() {
    return of(401, "unauthorized", "This needs a valid credential.");
  }

  /** Ends what goes on for long, once the credential for it is none any more. */
  public static Refusal ended() {
    return of(401, "access-ended", "The credential was revoked, or its session was closed.");
  }

  /** Ends what goes on for long, once its reader has other rights than when it began. */
  public static Refusal narrowed() {
    return of(403, "access-ended", "The rights of this credential were changed meanwhile.");
  }

  public int status() {
    return status;
  }

  public Reason reason() {
    return reason;
  }

  public Optional<Position> position() {
    return position;
  }

  public List<DocumentProblem> problems() {
    return problems;
  }
}
