/** A diagram of each type that is known, by its name. */
export const DIAGRAMS: Record<string, string> = {
  flowchart: `flowchart TD
  accTitle: How a request is routed
  accDescr: From the client through the gateway to one of two services.
  A[Client] -->|HTTPS| B{Gateway}
  B-->C([Service])
  B-. cached .->D[(Cache)]
  B == sure ==> E[[Other service]]
  subgraph cluster [Cluster]
    C --> F((Pod))
    E --> F
  end
  classDef hot fill:#f96,stroke:#333
  class A hot`,
  'sequence diagram': `sequenceDiagram
  accTitle: A handshake
  participant C as Client
  actor parser
  C->>+parser: Hello
  Note over C,parser: They meet
  loop Every minute
    parser-->>C: Hi
  end
  alt good
    C->>parser: fine
  else bad
    C-xparser: no
  end`,
  'state diagram': `stateDiagram-v2
  accTitle: The states of a job
  direction LR
  [*] --> Idle
  Idle --> Running : start
  state Running {
    a --> b
  }
  Running --> [*]`,
  'class diagram': `classDiagram
  accTitle: Animals
  class Animal {
    <<interface>>
    +String name
    +eat() void
  }
  Animal <|-- Dog : is
  Dog "1" *-- "many" Leg`,
  'entity relationship diagram': `erDiagram
  accTitle: Orders
  CUSTOMER ||--o{ ORDER : places
  ORDER {
    int id PK
    string note "of the customer"
  }`,
  chart: `xychart-beta
  accTitle: Sales by month
  title "Sales"
  x-axis [jan, feb, mar]
  y-axis "Revenue" 0 --> 100
  bar [10, 50, 90]
  line [20, 40, 60]`,
};

/** Returns the Markdown of a diagram. */
export function mermaid(source: string, info = ''): string {
  return `\`\`\`mermaid ${info}\n${source}\n\`\`\`\n`;
}

/** An article with formulas of all kinds and every type of diagram, some twice. */
export const MATH_AND_DIAGRAMS = [
  'Let $x^2 + \\hat y = z_1$ be, and $a_1 + a_2 + a_3 + a_4 + a_5 + a_6 + a_7 + a_8 + a_9 < b$ too.',
  '$$\n\\int_{-\\infty}^{\\infty} e^{-x^2}\\,dx = \\sqrt{\\pi} \\qquad \\sum_{n=1}^\\infty \\frac{1}{n^2} = \\frac{\\pi^2}{6}\n$$',
  '$$\n\\begin{pmatrix} a & b \\\\ c & d \\end{pmatrix} \\quad f(x) = \\begin{cases} x & \\text{if } x \\ge 0 \\\\ -x & \\text{otherwise} \\end{cases}\n$$',
  '$$\n\\begin{align} a &= b \\\\ &= c \\end{align}\n$$',
  '$$\n\\boxed{x} \\quad \\cancel{y} \\quad \\begin{array}{|c|r|} \\hline a & b \\\\ \\hline \\end{array} \\tag{T}\n$$',
  ...Object.values(DIAGRAMS).map((source) => mermaid(source)),
  mermaid(DIAGRAMS['flowchart']!, 'title="The same again"'),
  mermaid(
    `flowchart LR\n  accTitle: A long pipeline\n  ${'Commit Build Tests Image Registry Staging Canary Production'.split(' ').join(' --> ')}`,
  ),
].join('\n\n');
