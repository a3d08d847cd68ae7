import { expect, it } from "vitest";
import { direct } from "./direct";

it.each([
  ["slipway approve shop/staging#3 --hash sha256:00", "/apps/shop/staging/3?do=approve"],
  ["slipway settle shop/staging#3 --target local --rerun", "/apps/shop/staging/3?do=settle-local"],
  ["slipway continue shop/staging#3", "/apps/shop/staging/3?do=continue"],
  ["slipway exclude shop/staging#3 --target local", "/apps/shop/staging/3?do=exclude-local"],
  ["slipway queue go-on shop/staging#7", "/apps/shop/staging/7?do=go-on"],
  ["slipway resume shop/staging", "/apps/shop/staging?do=resume"],
  ["slipway resource set orders-schema --version 1.2 --env staging", "/resources?do=tell-orders-schema"],
  ["slipway unlock l-0123456789abcdef", "/locks?do=unlock-l-0123456789abcdef"],
])("%s has its button at %s", (command, path) => {
  expect(direct(command)?.path).toBe(path);
});

it.each(["slipway target join-token staging local", "slipway unlock ../x", "slipway resume a/b --fixed-by SHA", "javascript:alert(1)"])("%s has none", (command) => {
  expect(direct(command)).toBeUndefined();
});
