/** Every shape once; a {@link Glyph} or {@link Icon} refers to it by name. The silhouettes are those of the status language. */
export function Sprite() {
  return (
    <svg width="0" height="0" aria-hidden="true" focusable="false" className="vh">
      <symbol id="ok" viewBox="0 0 16 16">
        <circle cx="8" cy="8" r="6.25" />
        <path d="m5.4 8.2 1.8 1.8 3.4-3.8" />
      </symbol>
      <symbol id="degraded" viewBox="0 0 16 16">
        <path d="M8 2.2 14.4 13.4H1.6Z" fill="currentColor" />
        <path d="M8 6.4v3.2M8 11.5v.1" stroke="var(--surface)" />
      </symbol>
      <symbol id="failing" viewBox="0 0 16 16">
        <path d="M5.2 1.6h5.6l3.6 3.6v5.6l-3.6 3.6H5.2l-3.6-3.6V5.2Z" fill="currentColor" />
        <path d="m5.9 5.9 4.2 4.2m0-4.2-4.2 4.2" stroke="var(--surface)" />
      </symbol>
      <symbol id="unknown" viewBox="0 0 16 16">
        <circle cx="8" cy="8" r="6.25" strokeDasharray="2.4 2.5" />
        <path d="M6.4 6.4a1.6 1.6 0 1 1 2.3 1.5c-.5.2-.7.5-.7 1M8 11v.1" />
      </symbol>
      <symbol id="waiting" viewBox="0 0 16 16">
        <circle cx="8" cy="8" r="6.25" />
        <path d="M8 4.6V8l2.3 1.4" />
      </symbol>
      <symbol id="person" viewBox="0 0 16 16">
        <circle cx="8" cy="5" r="2.75" fill="currentColor" stroke="none" />
        <path d="M2.6 14c.3-3 2.4-4.8 5.4-4.8s5.1 1.8 5.4 4.8Z" fill="currentColor" stroke="none" />
      </symbol>
      <symbol id="queued" viewBox="0 0 16 16">
        <path d="M2.5 4h11M2.5 8h7.5M2.5 12h4" strokeWidth="2" />
      </symbol>
      <symbol id="paused" viewBox="0 0 16 16">
        <circle cx="8" cy="8" r="6.25" />
        <path d="M6.4 5.8v4.4M9.6 5.8v4.4" />
      </symbol>
      <symbol id="stuck" viewBox="0 0 16 16">
        <rect x="1.75" y="1.75" width="12.5" height="12.5" rx="2" fill="currentColor" stroke="none" />
        <path d="M8 4.8v4M8 11.1v.1" stroke="var(--surface)" />
      </symbol>
      <symbol id="rolledback" viewBox="0 0 16 16">
        <path d="M3 5.2h6.2a3.9 3.9 0 0 1 0 7.8H5M5.8 2.3 2.9 5.2l2.9 2.9" />
      </symbol>
      <symbol id="superseded" viewBox="0 0 16 16">
        <path d="m3 4 4 4-4 4m5-8 4 4-4 4" />
      </symbol>
      <symbol id="held" viewBox="0 0 16 16">
        <circle cx="8" cy="3.2" r="1.6" />
        <path d="M8 4.8V14M5.2 7.2h5.6M2.2 9.4c.2 2.8 2.5 4.6 5.8 4.6s5.6-1.8 5.8-4.6" />
      </symbol>
      <symbol id="locked" viewBox="0 0 16 16">
        <rect x="2.75" y="7" width="10.5" height="7.25" rx="1.5" fill="currentColor" stroke="none" />
        <path d="M5 7V5a3 3 0 0 1 6 0v2" />
      </symbol>
      <symbol id="frozen" viewBox="0 0 16 16">
        <path d="M8 1.6v12.8M2.5 4.8l11 6.4M13.5 4.8l-11 6.4M6.3 2.7 8 4.2l1.7-1.5M6.3 13.3 8 11.8l1.7 1.5" />
      </symbol>
      <symbol id="drift" viewBox="0 0 16 16">
        <path d="m8 1.2 6.8 6.8L8 14.8 1.2 8Z" />
        <path d="M5.6 6.8h4.8M5.6 9.2h4.8M9.3 5 6.7 11" strokeWidth="1.25" />
      </symbol>
      <symbol id="offline" viewBox="0 0 16 16">
        <circle cx="8" cy="8" r="5.5" strokeDasharray="2.4 2" />
        <path d="M2.2 13.8 13.8 2.2" />
      </symbol>
      <symbol id="floor" viewBox="0 0 16 16">
        <path d="M3 2.5v11" strokeWidth="2.5" />
        <path d="M13.5 8H6.5M9.5 5l-3 3 3 3" />
      </symbol>
      <symbol id="tocome" viewBox="0 0 16 16">
        <circle cx="8" cy="8" r="5" strokeDasharray="1.5 2.4" />
      </symbol>
      <symbol id="dot" viewBox="0 0 16 16">
        <circle cx="8" cy="8" r="3" fill="currentColor" stroke="none" />
      </symbol>
      <symbol id="i-overview" viewBox="0 0 16 16">
        <rect x="2" y="2" width="5" height="5" rx="1" />
        <rect x="9" y="2" width="5" height="5" rx="1" />
        <rect x="2" y="9" width="5" height="5" rx="1" />
        <rect x="9" y="9" width="5" height="5" rx="1" />
      </symbol>
      <symbol id="i-activity" viewBox="0 0 16 16">
        <path d="M1.5 8.5h3l2-5.5 3 10 2-4.5h3" />
      </symbol>
      <symbol id="i-apps" viewBox="0 0 16 16">
        <path d="m8 1.8 5.5 3v6.4L8 14.2l-5.5-3V4.8ZM2.7 5 8 8l5.3-3M8 8v6" />
      </symbol>
      <symbol id="i-envs" viewBox="0 0 16 16">
        <path d="m8 2 6 3-6 3-6-3ZM2 8l6 3 6-3M2 11l6 3 6-3" />
      </symbol>
      <symbol id="i-queue" viewBox="0 0 16 16">
        <path d="M2.5 4h11M2.5 8h7.5M2.5 12h4" />
      </symbol>
      <symbol id="i-search" viewBox="0 0 16 16">
        <circle cx="7" cy="7" r="4.5" />
        <path d="m10.5 10.5 3.5 3.5" />
      </symbol>
      <symbol id="i-more" viewBox="0 0 16 16">
        <path d="M3.5 8h.1M8 8h.1M12.5 8h.1" strokeWidth="2.5" />
      </symbol>
      <symbol id="i-down" viewBox="0 0 16 16">
        <path d="m4.5 6.5 3.5 3.5 3.5-3.5" />
      </symbol>
      <symbol id="i-right" viewBox="0 0 16 16">
        <path d="m6.5 4.5 3.5 3.5-3.5 3.5" />
      </symbol>
      <symbol id="i-copy" viewBox="0 0 16 16">
        <rect x="5.5" y="5.5" width="8" height="8" rx="1.5" />
        <path d="M10.5 2.5h-7a1 1 0 0 0-1 1v7" />
      </symbol>
      <symbol id="i-filter" viewBox="0 0 16 16">
        <path d="M2 4h12M4.5 8h7M6.5 12h3" />
      </symbol>
      <symbol id="i-lock" viewBox="0 0 16 16">
        <path d="M3.5 7h9v6.500h-9ZM5.500 7V5a2.500 2.500 0 0 1 5 0v2" />
      </symbol>
      <symbol id="i-check" viewBox="0 0 16 16">
        <path d="m3 8.5 3.2 3.2L13 4.5" />
      </symbol>
      <symbol id="i-link" viewBox="0 0 16 16">
        <path d="M6.5 3.5H3.5a1 1 0 0 0-1 1v8a1 1 0 0 0 1 1h8a1 1 0 0 0 1-1v-3M9.5 2.5h4v4M13.5 2.5 7.5 8.5" />
      </symbol>
    </svg>
  );
}
