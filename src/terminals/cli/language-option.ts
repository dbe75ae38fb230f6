/** `--language`: the language of what a command says; `--lang` for short, as at the console. */

import { Option } from 'commander'

export function languageOption(): Option {
  return new Option('--lang, --language <lang>', "the language, the locale's when left out").choices([
    'en',
    'zh',
  ])
}
