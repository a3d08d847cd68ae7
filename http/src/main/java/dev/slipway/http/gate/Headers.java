package dev.slipway.http.gate;

/** What is sent along with every answer. Stateless. */
public final class Headers {

  private static final String CONTENT_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self';"
          + " connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none';"
          + " frame-ancestors 'none'";

  private Headers() {}

  public static void add(Exchange exchange) {
    exchange.answerHeader("Content-Security-Policy", CONTENT_POLICY);
    exchange.answerHeader("X-Content-Type-Options", "nosniff");
    exchange.answerHeader("X-Frame-Options", "DENY");
    exchange.answerHeader("Referrer-Policy", "no-referrer");
    exchange.answerHeader("Cross-Origin-Opener-Policy", "same-origin");
    exchange.answerHeader("Cross-Origin-Resource-Policy", "same-origin");
    exchange.answerHeader("Cache-Control", "no-store");
  }
}
