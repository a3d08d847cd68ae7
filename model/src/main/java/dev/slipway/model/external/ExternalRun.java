package dev.slipway.model.external;

/** Identifies a deployment that another tool made, within a placement: a tool, and its id of it. */
public record ExternalRun(ToolName tool, RunId id) {

  @Override
  public String toString() {
    return tool + " " + id;
  }
}
