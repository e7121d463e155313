/// How a redline looks: underlined and struck through as well as coloured, since not everybody
/// sees the colours and not every printer has them.
enum RedlineStyle {
  static let css = """
    .redline, :root:has(.redline) { color-scheme: light dark; }
    .redline {
      --text: #1f2328; --ground: #ffffff; --faint: #59636e;
      --added: #0b5a22; --added-ground: #e0f7e6; --removed: #8f1d1d; --removed-ground: #fdeaea;
      max-width: 40rem; margin: 0 auto; padding: 0 1rem 2rem;
      font: 1.0625rem/1.6 system-ui, sans-serif; overflow-wrap: anywhere;
      color: var(--text); background: var(--ground);
    }
    body:has(> main > .redline) { margin: 0; }
    main:has(> .redline) > h1 {
      max-width: 40rem; margin: 1.5rem auto 0; padding: 0 1rem;
      font: 600 1.5rem/1.3 system-ui, sans-serif; overflow-wrap: anywhere;
    }
    .redline ins, .redline del { border-radius: 0.15em; padding: 0 0.1em; }
    .redline ins {
      color: var(--added); background: var(--added-ground);
      text-decoration: underline; text-decoration-thickness: 0.08em; text-underline-offset: 0.15em;
    }
    .redline del {
      color: var(--removed); background: var(--removed-ground); text-decoration: line-through;
    }
    .redline p { white-space: pre-line; }
    .redline pre { white-space: pre-wrap; font-size: 0.9em; }
    .redline h2, .redline h3, .redline h4, .redline h5, .redline h6 { line-height: 1.3; }
    .redline-summary, .redline-label { color: var(--faint); font-size: 0.875rem; }
    .redline-label { border: 1px solid; border-radius: 0.3em; padding: 0 0.3em; }
    .redline-item {
      display: list-item; list-style: disc; margin-inline-start: calc(var(--depth) * 1.25rem);
    }
    .redline-hidden {
      position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%);
      white-space: nowrap;
    }
    @media (prefers-color-scheme: dark) {
      :root:has(.redline) { background: #0d1117; color: #e6edf3; }
      .redline {
        --text: #e6edf3; --ground: #0d1117; --faint: #9aa4ae;
        --added: #7ee29a; --added-ground: #10301b; --removed: #ffa8a1; --removed-ground: #3c1618;
      }
    }
    @media print {
      .redline, :root:has(.redline) { color-scheme: light; color: #000000; background: none; }
      .redline { max-width: none; padding: 0; font-size: 11pt; --faint: #000000; }
      .redline ins, .redline del { color: #000000; background: none; }
      .redline ins { font-weight: 600; }
      .redline h2, .redline h3, .redline h4 { break-after: avoid; }
    }

    """
}
