// What the sanitiser keeps and the editor does not know by itself: inline quotations, titles of works, abbreviations,
// and the language and direction of a passage. And text as Word and Google Docs paste it.

import { Extension, Mark, Plugin } from "django-prose-editor/editor"

const inline = (name, tag, attributes = []) =>
  Mark.create({
    name,
    addAttributes: () => Object.fromEntries(attributes.map((key) => [key, { default: null }])),
    parseHTML: () => [{ tag }],
    renderHTML: ({ HTMLAttributes }) => [tag, HTMLAttributes, 0],
  })

export const InlineQuotation = inline("inlineQuotation", "q", ["lang", "dir"])
export const WorkTitle = inline("workTitle", "cite")
export const Abbreviation = inline("abbreviation", "abbr", ["title"])

export const Languages = Extension.create({
  name: "languages",
  addGlobalAttributes: () => [
    {
      types: ["paragraph", "heading", "listItem", "blockquote"],
      attributes: { lang: { default: null }, dir: { default: null } },
    },
    { types: ["blockquote"], attributes: { cite: { default: null } } },
  ],
})

// --- What is pasted from Word and Google Docs: its meaning is kept, the rest left out ----------------------------------

const styleOf = (node) => (node.getAttribute("style") ?? "").toLowerCase()
const unwrap = (node) => node.replaceWith(...node.childNodes)

function rename(node, tag) {
  const made = node.ownerDocument.createElement(tag)
  made.append(...node.childNodes)
  node.replaceWith(made)
  return made
}

function wrapInside(node, tag) {
  const made = node.ownerDocument.createElement(tag)
  made.append(...node.childNodes)
  node.append(made)
}

// Comments hold Word's conditions; smart tags and empty paragraph marks have names with a colon.
function dropMess(body) {
  const walker = body.ownerDocument.createTreeWalker(body, NodeFilter.SHOW_COMMENT)
  const comments = []
  while (walker.nextNode()) comments.push(walker.currentNode)
  for (const comment of comments) comment.remove()
  for (const node of body.querySelectorAll("style, script, meta, link, title, xml, .MsoCommentReference, [href^='#_msocom'], [style*='mso-element:comment'], .Apple-interchange-newline")) node.remove()
  for (const node of [...body.querySelectorAll("*")].filter((each) => each.localName.includes(":"))) unwrap(node)
}

// Docs says with styles of spans what HTML says with elements, and wraps all in a <b> that is not bold.
const SAYS = [
  ["strong", /(^|;)\s*font-weight:\s*(bold|[6-9]00)/],
  ["em", /(^|;)\s*font-style:\s*italic/],
  ["u", /text-decoration[\w-]*:[^;]*underline/],
  ["s", /text-decoration[\w-]*:[^;]*line-through/],
  ["sup", /vertical-align:\s*super/],
  ["sub", /vertical-align:\s*sub(?!\w)/],
]

function styleToElements(body) {
  for (const node of body.querySelectorAll("b, strong")) if (/(^|;)\s*font-weight:\s*(normal|400)/.test(styleOf(node))) unwrap(node)
  for (const node of body.querySelectorAll("span")) {
    for (const [tag, says] of SAYS) if (says.test(styleOf(node)) && !(tag === "u" && node.closest("a"))) wrapInside(node, tag)
    unwrap(node)
  }
}

// Word gives each entry of a list as a paragraph that names its level, with its bullet or number as text to be ignored.
const LEVEL = /mso-list:\s*l\d+\s+level(\d+)/
const IGNORED = /mso-list:\s*ignore/

function wordLists(body) {
  let open = [] // the lists now open, the outermost first
  let last = null
  for (const entry of [...body.querySelectorAll("p")].filter((each) => LEVEL.test(styleOf(each)))) {
    const level = Number(LEVEL.exec(styleOf(entry))[1])
    const mark = [...entry.querySelectorAll("span")].find((each) => IGNORED.test(styleOf(each)))
    const tag = /^\W*(\d+|[a-z]{1,4})[.)]/i.test(mark?.textContent ?? "") ? "ol" : "ul"
    mark?.remove()
    if (last && entry.previousElementSibling !== last) open = []
    open = open.slice(0, level)
    while (open.length < level) {
      const list = body.ownerDocument.createElement(tag)
      const parent = open.at(-1)
      if (!parent) entry.before(list)
      else (parent.lastElementChild ?? parent.appendChild(body.ownerDocument.createElement("li"))).append(list)
      open.push(list)
    }
    last = open[0]
    const item = body.ownerDocument.createElement("li")
    open.at(-1).append(item)
    entry.removeAttribute("style")
    item.append(entry)
  }
}

// Docs puts a list inside a list beside the entry it belongs to.
function nestedLists(body) {
  for (const list of body.querySelectorAll(":is(ul, ol) > :is(ul, ol)")) list.previousElementSibling?.append(list)
}

// Links from Docs and mail lead through a redirect that knows who clicks.
function plainLinks(body) {
  for (const link of body.querySelectorAll("a[href]")) {
    let address
    try {
      address = new URL(link.getAttribute("href"))
    } catch {
      continue
    }
    if (/(^|\.)google\.[a-z.]+$/.test(address.hostname) && address.pathname === "/url") link.href = address.searchParams.get("q") ?? address.searchParams.get("url") ?? link.href
  }
  for (const anchor of body.querySelectorAll("a:not([href])")) unwrap(anchor)
}

const NAMED = [["h1, .MsoTitle", "h2"], ["h5, h6", "h4"]]

export function fromOutside(html) {
  // A style sheet would be reported as one that the policy of this page does not allow.
  const { body } = new DOMParser().parseFromString(html.replace(/<style[\s\S]*?<\/style>/gi, ""), "text/html")
  // Entries of a list pasted by older versions of Word name no level.
  for (const entry of body.querySelectorAll("p[class^='MsoListParagraph']")) if (!LEVEL.test(styleOf(entry))) oldEntry(entry)
  dropMess(body)
  wordLists(body)
  styleToElements(body)
  nestedLists(body)
  plainLinks(body)
  for (const [which, tag] of NAMED) for (const node of body.querySelectorAll(which)) rename(node, tag)
  for (const node of body.querySelectorAll(".MsoQuote, .MsoIntenseQuote")) wrapInside(rename(node, "blockquote"), "p")
  return body.innerHTML
}

// Its bullet stands between two conditions.
function oldEntry(entry) {
  entry.setAttribute("style", "mso-list: l0 level1 lfo1")
  const nodes = [...entry.childNodes]
  const begin = nodes.findIndex((each) => each.nodeType === 8 && /!supportLists/.test(each.data))
  const end = nodes.findIndex((each, at) => at > begin && each.nodeType === 8)
  const mark = entry.ownerDocument.createElement("span")
  mark.setAttribute("style", "mso-list: ignore")
  if (begin >= 0 && end > begin) mark.append(...nodes.slice(begin + 1, end))
  entry.prepend(mark)
}

export const WordLists = Extension.create({
  name: "wordLists",
  addProseMirrorPlugins: () => [new Plugin({ props: { transformPastedHTML: fromOutside } })],
})
