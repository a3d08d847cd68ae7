import { useEffect, useState } from "react";

/** How long what is typed has to stand still, in milliseconds. */
const STILL = 350;

/** A value once it has stood still for a moment, so that not every letter is asked about. */
export function useCalm<T>(value: T): T {
  const [calm, setCalm] = useState(value);
  useEffect(() => {
    if (value === calm) return undefined;
    const timer = setTimeout(() => setCalm(value), STILL);
    return () => clearTimeout(timer);
  }, [value, calm]);
  return calm;
}
