package dev.slipway.app.demo;

/** One step of the demo as it ended. */
record Step(String name, boolean ok, Evidence evidence) {}
