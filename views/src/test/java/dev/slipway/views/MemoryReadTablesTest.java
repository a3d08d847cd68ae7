package dev.slipway.views;

final class MemoryReadTablesTest extends ReadTablesContract {

  @Override
  protected ReadTables tables() {
    return new MemoryReadTables();
  }
}
