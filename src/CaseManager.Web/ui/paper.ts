import { useEffect } from 'react';

const sheet = new CSSStyleSheet();

/**
 * Says the marking at the top and bottom of every sheet of paper, in its margins, with the sheet's number. A browser without margin boxes
 * (CSS Paged Media 3) prints the page's own bands instead.
 */
export function usePaper(marking: string) {
  useEffect(() => {
    if (!('CSSMarginRule' in window)) return;
    const said = `content: ${JSON.stringify(marking)}; font: 700 10pt monospace; color: #000;`;
    sheet.replaceSync(`@page { margin: 16mm 12mm; @top-center { ${said} } @bottom-center { ${said} } @bottom-right { content: counter(page) "/" counter(pages); font: 9pt sans-serif; color: #000; } }`);
    if (!document.adoptedStyleSheets.includes(sheet)) document.adoptedStyleSheets.push(sheet);
    document.documentElement.dataset.paper = 'true';
  }, [marking]);
}
