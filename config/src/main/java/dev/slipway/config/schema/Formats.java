package dev.slipway.config.schema;

/** The formats of all scalars, with the demand that each makes in plain words. */
public final class Formats {

  /** As the model's names: safe in a host name, a folder name and a URL. */
  public static final Format NAME =
      Format.of(
          "invalid-name",
          "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?",
          63,
          true,
          "must be 1 to 63 characters of a-z, 0-9 and '-', and must not start or end with '-'");

  public static final Format APPROVALS =
      Format.of("invalid-approvals", "[1-9]|1[0-9]|20", 2, true, "must be a number from 1 to 20");

  public static final Format CHECK =
      Format.of(
          "invalid-check-name",
          "(?! )[^\\u0000-\\u001f\\u007f-\\u00a0\\u00ad\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u206f\\ufeff]+(?<!"
              + " )",
          100,
          true,
          "must be the name of a check, of at most 100 visible characters");

  public static final Format REPOSITORY =
      Format.of(
          "invalid-repository",
          "[^\\u0000-\\u001f\\u007f-\\u009f]+",
          2048,
          false,
          "must be an address of at most 2048 characters without control characters");

  public static final Format WORDS =
      Format.of(
          "invalid-command",
          "[^\\u0000-\\u0008\\u000b-\\u001f\\u007f-\\u009f]+",
          8192,
          false,
          "must be a command of at most 8192 characters without control characters");

  public static final Format JOB_VERSION =
      Format.of(
          "invalid-job-version",
          "(?:[!-z|~]|\\{(?:sha|env|environment)})+",
          60,
          true,
          "must be 1 to 60 visible characters without spaces; in braces there are {sha}, {env} and"
              + " {environment}");

  public static final Format DEPENDENCY =
      Format.of(
          "invalid-dependency",
          "[A-Za-z0-9][A-Za-z0-9._/-]*",
          200,
          true,
          "must be same, a tag or a branch, or at least the first 7 digits of a commit");

  public static final Format RESOURCE_VERSION =
      Format.of(
          "invalid-resource-version",
          "[0-9]{1,18}(?:\\.[0-9]{1,18}){0,9}",
          200,
          true,
          "must be a whole number, or up to 10 of them with dots between, such as 42 or 1.12");
  public static final Format REMARK =
      Format.of(
          "invalid-description",
          "(?=.*[^ ])[^\\u0000-\\u001f\\u007f-\\u009f]+",
          300,
          false,
          "must be one line of at most 300 characters");

  public static final Format CONDITION =
      Format.of(
          "invalid-condition",
          "[^\\u0000-\\u0008\\u000b-\\u001f\\u007f-\\u009f]+",
          1000,
          false,
          "must be a condition of at most 1000 characters without control characters");

  public static final Format HEALTH_PATH =
      Format.of(
          "invalid-health-path",
          "/(?!.*\\.\\.)(?:[A-Za-z0-9._~!$&'()*+,;=:@%-]+(?:/[A-Za-z0-9._~!$&'()*+,;=:@%-]+)*/?)?(?:\\?[A-Za-z0-9._~!$&'()*+,;=:@%/?-]*)?",
          200,
          false,
          "must be the path part of a URL such as /healthz, at most 200 characters and without"
              + " '..'");

  public static final Format DURATION =
      Format.of(
          "invalid-duration",
          "(?=[0-9])(?:[0-9]{1,6}h)?(?:[0-9]{1,6}m)?(?:[0-9]{1,6}s)?",
          24,
          false,
          "must be a duration such as 30s, 10m, 1h or 1h30m");

  public static final Format STRATEGY =
      Format.of(
          "unknown-strategy",
          "recreate|rolling|blue-green|canary|highlander|in-place|custom",
          20,
          false,
          "must be recreate, rolling, blue-green, canary, highlander, in-place or custom");

  public static final Format WEIGHT =
      Format.of("invalid-weight", "0|[1-9][0-9]?|100", 3, true, "must be a number from 0 to 100");

  public static final Format INSTANCES =
      Format.of(
          "invalid-replicas", "0|[1-9]|[1-4][0-9]|50", 2, true, "must be a number from 0 to 50");

  public static final Format PORTION =
      Format.of(
          "invalid-portion",
          "all|[1-9][0-9]{0,3}|(?:[1-9][0-9]?|100)%",
          4,
          true,
          "must be a number from 1 to 9999, a share from 1% to 100%, or all");

  public static final Format REPLICAS =
      Format.of(
          "invalid-replicas", "[1-9]|[1-4][0-9]|50", 2, true, "must be a number from 1 to 50");

  public static final Format CONCURRENCY =
      Format.of(
          "invalid-concurrency", "[1-9]|[1-9][0-9]", 2, true, "must be a number from 1 to 99");

  public static final Format PORT =
      Format.of(
          "invalid-port",
          "[1-9][0-9]{0,3}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5]",
          5,
          true,
          "must be a port from 1 to 65535");

  public static final Format MEMORY =
      Format.of(
          "invalid-memory",
          "[1-9][0-9]{0,5}m|[1-9][0-9]{0,2}g",
          7,
          false,
          "must be a size such as 512m or 2g, of at most 999999m or 999g");

  public static final Format STATUS =
      Format.of(
          "invalid-status", "[1-5][0-9]{2}", 3, true, "must be a status of HTTP from 100 to 599");

  public static final Format COUNT =
      Format.of("invalid-count", "[1-9][0-9]{0,6}", 7, true, "must be a number from 1 to 9999999");

  public static final Format VARIABLE =
      Format.of(
          "invalid-variable-name",
          "(?!SLIPWAY_)[A-Za-z_][A-Za-z0-9_]*",
          100,
          true,
          "must be letters, digits and '_', starting neither with a digit nor with SLIPWAY_");

  public static final Format PARAMETER =
      Format.of(
          "invalid-parameter-name",
          "[A-Za-z0-9_.-]+",
          100,
          true,
          "must be 1 to 100 letters, digits, '_', '.' and '-'");

  public static final Format WHOLE =
      Format.of(
          "invalid-number",
          "-?(?:0|[1-9][0-9]{0,8})",
          10,
          true,
          "must be a whole number of at most 9 digits");

  public static final Format VALUE =
      Format.of(
          "invalid-variable-value",
          "[^\\u0000-\\u0008\\u000b-\\u001f\\u007f-\\u009f]*",
          10_000,
          true,
          "must be a text of at most 10000 characters without control characters");

  public static final Format SECRET_PATH =
      Format.of(
          "invalid-secret",
          "[A-Za-z0-9][A-Za-z0-9._-]*(?:/[A-Za-z0-9][A-Za-z0-9._-]*)*",
          200,
          true,
          "must be 1 to 200 characters of A-Z a-z 0-9 . _ / -, each part starting with a letter or"
              + " digit");

  public static final Format SECRET_FIELD =
      Format.of(
          "invalid-secret",
          "[A-Za-z0-9_][A-Za-z0-9._-]*",
          100,
          true,
          "must be 1 to 100 characters of A-Z a-z 0-9 . _ -, starting with neither '.' nor '-'");

  public static final Format SECRET_VERSION =
      Format.of(
          "invalid-secret-version",
          "[1-9][0-9]{0,8}",
          9,
          true,
          "must be a number from 1 to 999999999");

  public static final Format ON_FAILURE =
      Format.of(
          "invalid-on-failure", "halt|rollback", 8, false, "must be one of halt and rollback");

  public static final Format NAME_PATTERN =
      Format.of(
          "invalid-name-pattern",
          "[a-z0-9*?](?:[a-z0-9*?-]{0,61}[a-z0-9*?])?",
          63,
          true,
          "must be a name or a pattern of 1 to 63 characters of a-z, 0-9, '-', '*' and '?'");

  public static final Format KEY_PATTERN =
      Format.of(
          "invalid-key-pattern",
          "[A-Za-z_*?][A-Za-z0-9_.*?]*",
          120,
          true,
          "must be a key such as limits.memory, or a pattern such as variables.*");

  public static final Format GLOB =
      Format.of(
          "invalid-pattern",
          "[A-Za-z0-9._/*?-]+",
          200,
          true,
          "must be a pattern of at most 200 characters of A-Z a-z 0-9 . _ / - * ?; refs with other"
              + " characters are never acted upon");

  public static final Format EVENT_TYPE =
      Format.of(
          "invalid-event-type",
          "[A-Za-z0-9][A-Za-z0-9._-]*",
          200,
          false,
          "must be a CloudEvents type such as dev.cdevents.artifact.published.0.2.0");

  public static final Format LABEL =
      Format.of(
          "invalid-label",
          "[a-z0-9](?:[a-z0-9._/-]{0,61}[a-z0-9])?",
          63,
          true,
          "must be 1 to 63 characters of a-z, 0-9 and . _ / - that start and end with a-z or 0-9");

  public static final Format LABEL_VALUE =
      Format.of(
          "invalid-label-value",
          "[A-Za-z0-9](?:[A-Za-z0-9._-]{0,61}[A-Za-z0-9])?",
          63,
          true,
          "must be 1 to 63 characters of A-Z, a-z, 0-9 and . _ - that start and end with a letter"
              + " or digit");

  private Formats() {}
}
