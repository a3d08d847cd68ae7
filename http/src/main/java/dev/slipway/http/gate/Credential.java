package dev.slipway.http.gate;

/** Which credential a route takes. */
public enum Credential {
  /** None; the route is open or checks a signature of its own. */
  NONE,
  /** A bearer token or a session cookie. */
  ACTOR,
  /** An enrolled agent's signature. */
  AGENT
}
