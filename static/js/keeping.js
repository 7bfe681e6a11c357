// Keeps what is typed into a form of the desk in this browser until it is saved, and offers it back.

window.keeping = (() => {
  const EVERY = 3000 // milliseconds between looks at the form
  const LASTS = 7 * 24 * 3600 * 1000
  const NOT_KEPT = ["csrfmiddlewaretoken", "by", "_back", "kept_as"]

  const place = document.querySelector(".open-form")
  const form = place?.closest("form")
  if (!form) return null
  const mine = form.querySelector("[name=kept_as]")
  const asOpened = !mine.value
  mine.value ||= crypto.randomUUID?.() ?? String(Math.random()).slice(2)
  const prefix = `desk:${place.dataset.user}:`
  const key = `${prefix}${location.pathname}:${mine.value}`
  let last = ""
  let told = false
  let isReady = false

  const entries = (data) => [...data].filter(([name, value]) => typeof value === "string" && !NOT_KEPT.includes(name) && !isSecret(name))
  const isSecret = (name) => form.querySelector(`[name="${CSS.escape(name)}"]`)?.type === "password"
  const now = () => entries(new FormData(form))
  const ABOUT = ["seen", "opened"] // of the form, not what was typed
  const content = (rows) => JSON.stringify(rows.filter(([name]) => !ABOUT.includes(name)))

  // The browser's store, which may be full or closed.
  function store(act) {
    try {
      return act(localStorage)
    } catch {
      return undefined
    }
  }

  const all = () => store((kept) => Object.keys(kept).filter((name) => name.startsWith("desk:"))) ?? []
  const read = (name) => store((kept) => JSON.parse(kept.getItem(name))) ?? null
  const forget = (name) => store((kept) => kept.removeItem(name))

  function keep() {
    const rows = now()
    const text = content(rows)
    if (text === last) return
    last = text
    const value = JSON.stringify({ at: Date.now(), rows })
    const isKept = () => store((kept) => (kept.setItem(key, value), true))
    if (isKept()) return
    // Full: the oldest of what was kept goes.
    for (const name of all().filter((each) => each !== key).sort((a, b) => (read(a)?.at ?? 0) - (read(b)?.at ?? 0))) {
      forget(name)
      if (isKept()) return
    }
    if (!told) place.querySelector(".others").append(" This browser keeps no text for you: save often.")
    told = true
  }

  // What was saved is told by a cookie of the answer; what is old goes as well.
  function tidy() {
    const saved = document.cookie.match(/(?:^|; )saved=([\w-]+)/)?.[1]
    for (const name of all()) {
      if ((saved && name.endsWith(`:${saved}`)) || !(Date.now() - (read(name)?.at ?? 0) < LASTS)) forget(name)
    }
  }

  // --- Offering it back ------------------------------------------------------------------------------------------------

  // Pages that are open hold a lock of their name, so that a second window is not offered what the first is typing.
  async function inOtherWindows() {
    const held = (await navigator.locks?.query())?.held ?? []
    return new Set(held.map((lock) => lock.name))
  }

  const label = (name) => {
    const field = form.querySelector(`[name="${CSS.escape(name)}"]`)
    return (field?.labels?.[0]?.textContent ?? field?.ariaLabel ?? name).replace(/:\s*$/, "").trim()
  }
  const plain = (value) => new DOMParser().parseFromString(value.replace(/<\/(p|h\d|li)>/g, "\n"), "text/html").body.textContent.trim()

  function differing(kept) {
    const [old, present] = [new Map(), new Map()]
    for (const [map, rows] of [[old, kept], [present, now()]]) for (const [name, value] of rows) map.set(name, [...(map.get(name) ?? []), value])
    return [...new Set([...old.keys(), ...present.keys()])]
      .filter((name) => !ABOUT.includes(name) && !/_FORMS$/.test(name))
      .map((name) => [name, (present.get(name) ?? []).join(", "), (old.get(name) ?? []).join(", ")])
      .filter(([, here, there]) => plain(here) !== plain(there) || here.replace(/\s/g, "") !== there.replace(/\s/g, ""))
  }

  // The desk shows it in the form, beside what was stored meanwhile; it is kept under its name until it is saved.
  function bringBack(name, rows) {
    const back = Object.assign(document.createElement("form"), { method: "post", action: location.href, hidden: true })
    const own = ["csrfmiddlewaretoken", "by"].map((each) => [each, form.querySelector(`[name=${each}]`).value])
    for (const [each, value] of [...rows, ...own, ["_back", "1"], ["kept_as", name.split(":").pop()]]) {
      const field = Object.assign(document.createElement("textarea"), { name: each })
      field.value = value
      back.append(field)
    }
    document.body.append(back)
    back.submit()
  }

  function button(words, act) {
    const made = Object.assign(document.createElement("button"), { type: "button", textContent: words })
    made.addEventListener("click", act)
    return made
  }

  function offer(name, kept) {
    const differences = differing(kept.rows)
    if (!differences.length) return forget(name)
    const box = place.querySelector(".unsaved")
    const when = new Date(kept.at).toLocaleString("en-GB", { day: "numeric", month: "long", hour: "2-digit", minute: "2-digit" })
    const words = Object.assign(document.createElement("p"), { textContent: `What you typed here until ${when} was not saved.` })
    const details = document.createElement("details")
    const table = document.createElement("table")
    const head = table.createTHead().insertRow()
    for (const title of ["Field", "In the form now", "Not saved"]) head.append(Object.assign(document.createElement("th"), { scope: "col", textContent: title }))
    const body = table.createTBody()
    for (const [field, here, there] of differences) {
      const row = body.insertRow()
      for (const text of [label(field), plain(here), plain(there)]) row.insertCell().textContent = text || "(empty)"
    }
    details.append(Object.assign(document.createElement("summary"), { textContent: `What differs (${differences.length})` }), table)
    const close = () => box.replaceChildren() ?? (box.hidden = true)
    box.replaceChildren(words, details, button("Bring it back", () => bringBack(name, kept.rows)), button("Discard it", () => {
      forget(name)
      close()
    }))
    box.hidden = false
  }

  async function begin() {
    tidy()
    navigator.locks?.request(key, () => new Promise(() => {}))
    const open = await inOtherWindows()
    const here = all().filter((name) => name.startsWith(`${prefix}${location.pathname}:`) && name !== key && !open.has(name))
    const newest = here.map((name) => [name, read(name)]).filter(([, kept]) => kept?.rows).sort((a, b) => b[1].at - a[1].at)[0]
    if (newest && asOpened) offer(...newest)
    // A form as it was opened holds nothing to keep; one that came back with errors does.
    if (asOpened) last = content(now())
    isReady = true
    setInterval(keep, EVERY)
    addEventListener("pagehide", keep)
    document.addEventListener("visibilitychange", keep)
  }

  // The editor of text writes its own form of the same HTML into the field once it is there.
  addEventListener("load", () => setTimeout(begin, 500))
  return { keep, form, place, isReady: () => isReady }
})()
