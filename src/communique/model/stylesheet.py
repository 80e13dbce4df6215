"""How highlights look: one style sheet for notebooks and files, light and dark, on screens and on paper."""

# Statement numbers are drawn by the style sheet, so that they are no part of the text and are not copied with it.
STYLE = """
.communique { --ink: #1c1c1c; --paper: #ffffff; --faint: #5c5c5c; --line: #d9d9d9; --content: #fdf1bd; --nested: #f6d55f;
  --source: #d3e7ff; --source-line: #12508c; --cue: #dbf2d7; --cue-line: #1d6b1d; --link: #12508c;
  --stance: #8a1c6b; --action: #a34b00; --support: #1d6b1d; --oppose: #a11212;
  font: 16px/1.6 system-ui, sans-serif;
  max-width: 62rem; padding: 1rem; box-sizing: border-box; color: var(--ink); background: var(--paper); }
.communique .text { white-space: pre-wrap; overflow-wrap: anywhere; max-width: 46rem; margin: .5rem 0 1.5rem; unicode-bidi: isolate; }
.communique mark { color: inherit; background: none; border-radius: 2px; padding: 1px 0; }
.communique mark.content { background: var(--content); }
.communique mark.content.two { background: var(--nested); }
.communique mark.source { background: var(--source); box-shadow: inset 0 -2px var(--source-line); }
.communique mark.cue { background: var(--cue); border-bottom: 2px dotted var(--cue-line); }
.communique mark.evidence, .communique mark.ground, .communique mark.action { text-decoration: underline 2px var(--stance);
  text-underline-offset: 4px; }
.communique mark.ground { text-decoration-style: dashed; } .communique mark.evidence { text-decoration-style: solid; }
.communique mark.action { text-decoration: underline double 2px var(--action); }
.communique mark[data-begins]::before { content: attr(data-begins); font-size: .65em; font-weight: 700; vertical-align: super;
  line-height: 0; margin-right: .15em; color: var(--faint); }
.communique mark:target { outline: 2px solid var(--link); outline-offset: 1px; }
.communique .headline { font-weight: 700; }
.communique .byline, .communique .caption, .communique .credit, .communique .footer, .communique .furniture { color: var(--faint); }
.communique .legend { font-size: 14px; color: var(--faint); margin: 0; }
.communique .legend mark { color: var(--ink); padding: 1px .3em; margin-right: .3em; }
.communique .wide { overflow-x: auto; }
.communique table { border-collapse: collapse; width: 100%; min-width: 40rem; font-size: 14px; line-height: 1.45; color: inherit; }
.communique caption { text-align: left; font-weight: 700; padding-bottom: .4rem; }
.communique tr, .communique tbody tr:nth-child(odd), .communique tbody tr:hover { background: none; }
.communique th, .communique td { text-align: left; vertical-align: top; padding: .35rem .9rem .35rem 0; border: 0;
  border-bottom: 1px solid var(--line); white-space: normal; overflow-wrap: break-word; max-width: none; }
.communique th { font-weight: 600; color: var(--faint); white-space: nowrap; }
.communique td:first-child { white-space: nowrap; }
.communique td:nth-child(2) { min-width: 10rem; } .communique td:nth-child(3) { min-width: 6rem; }
.communique td.said { width: 50%; min-width: 16rem; }
.communique td.support { color: var(--support); } .communique td.oppose { color: var(--oppose); }
.communique td.issue { min-width: 9rem; } .communique td ul { margin: .2rem 0 0; padding-left: 1.1rem; color: var(--faint); }
.communique li small { display: inline; font-style: italic; }
.communique .wide + .wide { margin-top: 1.5rem; }
.communique small { display: block; font-size: 12px; color: var(--faint); }
.communique a { color: var(--link); }
.communique .problem { font-size: 14px; }
@media (prefers-color-scheme: dark) { .communique { --ink: #e8e8e8; --paper: #161616; --faint: #a6a6a6; --line: #3d3d3d; --content: #43390f;
  --nested: #6b5812; --source: #14395c; --source-line: #8ec5ff; --cue: #1d3d1b; --cue-line: #8fd98a; --link: #8ec5ff;
  --stance: #f08bd0; --action: #ffb066; --support: #8fd98a; --oppose: #ff9d9d; } }
@media print { .communique mark { print-color-adjust: exact; -webkit-print-color-adjust: exact; } .communique .wide { overflow: visible; } }
"""

PAGE_STYLE = """
:root { color-scheme: light dark; }
body { margin: 0; background: #ffffff; }
body > * { margin: 0 auto; }
body > .communique + .communique { border-top: 1px solid var(--line); }
h1 { font-size: 1.4rem; line-height: 1.3; margin: .5rem 0; } h2 { font-size: 1.15rem; margin: .5rem 0; }
.index { padding-left: 1.5rem; } .index li { margin: .3rem 0; }
@media (prefers-color-scheme: dark) { body { background: #161616; } }
"""
