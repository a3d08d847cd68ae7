package dev.slipway.wire;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How somebody is told. */
public enum NotificationOutlet {
  @JsonProperty("slack")
  SLACK,
  @JsonProperty("webhook")
  WEBHOOK,
  @JsonProperty("github")
  GITHUB,
  @JsonProperty("cdevents")
  CDEVENTS,
  @JsonProperty("datadog")
  DATADOG,
  @JsonProperty("email")
  EMAIL,
  @JsonProperty("sentry")
  SENTRY,
  @JsonProperty("grafana")
  GRAFANA
}
