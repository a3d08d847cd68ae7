package dev.slipway.config.schema;

/** The formats of what is said of receivers, with the demand that each makes in plain words. */
final class ReceiverFormats {

  static final Format STATUS_CONTEXT =
      Format.of(
          "invalid-context",
          "[A-Za-z0-9][A-Za-z0-9 ._/-]*",
          100,
          false,
          "must be 1 to 100 letters, digits, blanks and '.', '_', '/', '-', and begin with a letter or"
              + " digit");

  static final Format RECEIVER_URL =
      Format.of(
          "invalid-url",
          "https?://[!-?A-~]+",
          500,
          false,
          "must be an http or https address of at most 500 characters, without '@'");

  static final Format HEADER =
      Format.of(
          "invalid-header",
          "[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?",
          100,
          false,
          "must be the name of a header of at most 100 characters of A-Z, a-z, 0-9 and '-'");

  static final Format HEADER_VALUE =
      Format.of(
          "invalid-header-value",
          "[!-~](?:[ -~]*[!-~])?",
          500,
          false,
          "must be at most 500 visible characters of ASCII, without blanks at the ends");

  static final Format BASE_URL =
      Format.of(
          "invalid-base-url",
          "https?://[!-\"$->A-~]+",
          500,
          false,
          "must be an http or https address of at most 500 characters, without '?', '#' and '@'");

  static final Format DASHBOARD =
      Format.of(
          "invalid-dashboard",
          "[A-Za-z0-9_-]+",
          40,
          true,
          "must be the uid of a dashboard: 1 to 40 letters, digits, '-' and '_'");

  static final Format SENTRY_SLUG =
      Format.of(
          "invalid-slug",
          "[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?",
          100,
          true,
          "must be a slug, as its address at Sentry has it: 1 to 100 characters of a-z, 0-9, '-' and"
              + " '_'");

  private ReceiverFormats() {}
}
