// What the sanitiser keeps and the editor does not know by itself: inline quotations, titles of works, abbreviations,
// and the language and direction of a passage. And lists as Word pastes them.

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

// Word gives each entry of a list as a paragraph of its own class, with its bullet or number as text.
const ENTRY = /<p[^>]*class="?MsoListParagraph[^>]*>([\s\S]*?)<\/p>/gi
const BULLET = /<!--\[if !supportLists\]-->([\s\S]*?)<!--\[endif\]-->/i

export const asLists = (html) =>
  html.replace(/(?:<p[^>]*class="?MsoListParagraph[^>]*>[\s\S]*?<\/p>\s*)+/gi, (run) => {
    const numbered = /^[\s\d]/.test((run.match(BULLET)?.[1] ?? "").replace(/<[^>]*>|&nbsp;/g, "").trim())
    const list = numbered ? "ol" : "ul"
    return `<${list}>${run.replace(ENTRY, (_, entry) => `<li><p>${entry.replace(BULLET, "")}</p></li>`)}</${list}>`
  })

export const WordLists = Extension.create({
  name: "wordLists",
  addProseMirrorPlugins: () => [new Plugin({ props: { transformPastedHTML: asLists } })],
})
