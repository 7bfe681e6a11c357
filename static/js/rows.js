// Pickers in a closed row wait until it is opened: hundreds of them at once hold a long form up for seconds.

for (const row of document.querySelectorAll(".row-fields:not([open])")) {
  const pickers = [...row.querySelectorAll("select.admin-autocomplete")]
  pickers.forEach((picker) => picker.classList.remove("admin-autocomplete"))
  const wake = () => {
    pickers.forEach((picker) => picker.classList.add("admin-autocomplete"))
    window.django.jQuery(pickers).djangoAdminSelect2()
  }
  row.addEventListener("toggle", wake, { once: true })
}
