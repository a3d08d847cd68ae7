import { useId } from "react";
import { type Theme, useTheme } from "./theme";

const CHOICES: readonly (readonly [Theme, string])[] = [
  ["auto", "Auto"],
  ["light", "Light"],
  ["dark", "Dark"],
];

export function ThemeSwitch() {
  const [theme, choose] = useTheme();
  const name = useId();
  return (
    <fieldset className="theme">
      <legend className="vh">Theme</legend>
      {CHOICES.map(([choice, word]) => (
        <label key={choice}>
          <input type="radio" name={name} checked={theme === choice} onChange={() => choose(choice)} />
          {word}
        </label>
      ))}
    </fieldset>
  );
}
