/// How a redline looks: underlined and struck through as well as coloured, since not everybody
/// sees the colours and not every printer has them.
enum RedlineStyle {
  static let css = """
    .redline, .redline-head, :root:has(.redline) { color-scheme: light dark; }
    .redline, .redline-head, :root:has(.redline) {
      --text: #1f2328; --ground: #ffffff; --faint: #59636e; --line: #d1d9e0;
      --added: #0b5a22; --added-ground: #e0f7e6; --removed: #8f1d1d; --removed-ground: #fdeaea;
      --moved: #0a4a8f;
      color: var(--text); background: var(--ground);
    }
    .redline, .redline-head {
      box-sizing: border-box; max-width: 42rem; margin: 0 auto; padding: 0 1.25rem 3rem;
      font: 1.0625rem/1.65 system-ui, sans-serif; overflow-wrap: anywhere;
    }
    body:has(> main > .redline) { margin: 0; }
    .redline-head { padding: 2.5rem 1.25rem 0; }
    .redline-head h1 {
      margin: 0 0 0.5rem; font-size: 1.75rem; line-height: 1.25; text-wrap: balance;
    }
    .redline-head p, .redline-summary { margin: 0; color: var(--faint); font-size: 0.9375rem; }
    .redline-summary {
      margin-bottom: 2rem; padding-bottom: 1rem; border-bottom: 1px solid var(--line);
    }
    .redline ins, .redline del { border-radius: 0.15em; }
    .redline ins {
      color: var(--added); background: var(--added-ground);
      text-decoration: underline; text-decoration-thickness: 0.08em; text-underline-offset: 0.15em;
    }
    .redline del {
      color: var(--removed); background: var(--removed-ground); text-decoration: line-through;
    }
    .redline p { margin: 1em 0; white-space: pre-line; }
    .redline pre { white-space: pre-wrap; font-size: 0.9em; }
    .redline h2, .redline h3, .redline h4, .redline h5, .redline h6 {
      margin: 2em 0 0.75em; font-size: 1.125rem; line-height: 1.3; text-wrap: balance;
    }
    .redline h2 { font-size: 1.375rem; }
    .redline :is(p, pre, h2, h3, h4, h5, h6):has(> ins, > del, > .redline-label) {
      margin-inline-start: -0.875rem; padding-inline-start: 0.75rem;
      border-inline-start: 0.125rem solid var(--line);
    }
    .redline-label {
      color: var(--moved); border: 1px solid; border-radius: 0.3em; padding: 0.05em 0.35em;
      font-size: 0.8125rem; white-space: nowrap;
    }
    .redline-label + del { color: var(--faint); background: none; }
    .redline p.redline-item.redline-item {
      display: list-item; list-style: disc; margin: 0.4em 0; padding: 0; border: 0;
      margin-inline-start: calc(var(--depth) * 1.25rem);
    }
    .redline-hidden {
      position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%);
      white-space: nowrap;
    }
    @media (prefers-color-scheme: dark) {
      .redline, .redline-head, :root:has(.redline) {
        --text: #e6edf3; --ground: #0d1117; --faint: #9aa4ae; --line: #3d444d;
        --added: #7ee29a; --added-ground: #10301b; --removed: #ffa8a1; --removed-ground: #3c1618;
        --moved: #8cc2ff;
      }
    }
    @media print {
      .redline, .redline-head, :root:has(.redline) {
        color-scheme: light; color: #000000; background: none;
        --faint: #333333; --line: #999999; --moved: #000000;
      }
      .redline, .redline-head { max-width: none; padding: 0; font-size: 11pt; }
      .redline ins, .redline del { color: #000000; background: none; }
      .redline ins { font-weight: 600; }
      .redline h2, .redline h3, .redline h4 { break-after: avoid; }
      .redline p { orphans: 3; widows: 3; }
    }

    """
}
