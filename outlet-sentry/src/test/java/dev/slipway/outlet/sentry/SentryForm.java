package dev.slipway.outlet.sentry;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.outlet.contract.Form;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Releases and deploys as Sentry takes them, by its published description of "Create a New Release
 * for an Organization" and "Create a Deploy": which fields there are and what is in them. A name of
 * an environment and of a deploy has at most 64 characters, a version 200, as its models have.
 *
 * @see <a href="https://docs.sentry.io/api/releases/">Sentry's Releases API</a>
 */
public final class SentryForm {

  private static final Predicate<JsonNode> URL =
      Form.text(500).and(value -> value.asText().startsWith("https://"));

  private static final Form RELEASE =
      new Form(
          Map.of(
              "version",
                  Form.text(200).and(value -> !value.asText().matches("\\.{1,2}|.*[\\s/\\\\].*")),
              "projects", Form.list(100, Form.text(100))),
          Map.of(
              "ref", Form.text(250),
              "url", URL,
              "dateReleased", SentryForm::isDate,
              "commits", Form.list(1000, JsonNode::isObject),
              "refs", Form.list(100, JsonNode::isObject)));

  private static final Form DEPLOY =
      new Form(
          Map.of("environment", Form.text(64).and(value -> !value.asText().contains("/"))),
          Map.of(
              "name",
              Form.text(64),
              "url",
              URL,
              "dateStarted",
              SentryForm::isDate,
              "dateFinished",
              SentryForm::isDate,
              "projects",
              Form.list(100, Form.text(100))));

  private SentryForm() {}

  private static boolean isDate(JsonNode value) {
    try {
      return value.isTextual() && OffsetDateTime.parse(value.asText()).getYear() > 2000;
    } catch (DateTimeException noDate) {
      return false;
    }
  }

  /**
   * Takes a release.
   *
   * @throws AssertionError when Sentry would not
   */
  public static JsonNode takeRelease(String body) {
    return RELEASE.take(body);
  }

  /**
   * Takes a deploy.
   *
   * @throws AssertionError when Sentry would not
   */
  public static JsonNode takeDeploy(String body) {
    return DEPLOY.take(body);
  }
}
