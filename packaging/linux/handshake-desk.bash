# Completion of handshake-desk for bash. Verbs and their options as --help lists them.
_handshake_desk() {
    local cur="${COMP_WORDS[COMP_CWORD]}" word line first='' second=''
    local global='--data-dir --operator --passphrase-file --set --lang --json --help --version --demo'
    local -A options=(
        ['backdrop learn']='--artwork --empty --older --other --meta --output'
        ['check photo']='--backdrop --burst'
        ['read document']='--kind'
        ['check filing']=''
        ['session run']='--order --backdrop --photo --id-portrait --id-emblem --licence --paper --form-output'
        ['session attach']='--form-scan'
        ['session resume']='--backdrop --photo --id-portrait --id-emblem --licence --paper --form-output'
        ['session list']=''
        ['session show']=''
        ['session approve']=''
        ['session return']='--item'
        ['session override']='--key --reason --as'
        ['dossier build']='--output'
        ['dossier verify']=''
        ['dossier open']='--output'
        ['upload']='--all'
        ['results fetch']=''
        ['carry export']=''
        ['carry import']=''
        ['orders fetch']='--date'
        ['day close']='--date --reason'
        ['config list']='--origin'
        ['demo']='--script --sessions'
        ['demo sign']='--output'
        ['demo specimen']='--order --seed --output'
        ['bench reading']='--scenes --seed --skip-page --output'
        ['bench vision']='--scenes --seed --size --output'
        ['vision calibrate']='--backdrop --output'
    )
    for ((i = 1; i < COMP_CWORD; i++)); do
        word="${COMP_WORDS[i]}"
        case "$word" in
            --data-dir|--operator|--passphrase-file|--set|--lang) ((i++)) ;;
            -*) ;;
            *) if [ -z "$first" ]; then first="$word"; elif [ -z "$second" ]; then second="$word"; fi ;;
        esac
    done
    case "${COMP_WORDS[COMP_CWORD-1]}" in
        --lang) COMPREPLY=($(compgen -W 'zh_CN en' -- "$cur")); return ;;
        --kind) COMPREPLY=($(compgen -W 'auto id-portrait id-emblem licence' -- "$cur")); return ;;
        --as) COMPREPLY=($(compgen -W 'operator reviewer' -- "$cur")); return ;;
        --data-dir|--backdrop|--other) COMPREPLY=($(compgen -d -- "$cur")); return ;;
    esac
    local candidates=''
    if [ -z "$first" ]; then
        for line in "${!options[@]}"; do candidates+=" ${line%% *}"; done
    elif [ -z "$second" ]; then
        for line in "${!options[@]}"; do
            [ "${line%% *}" = "$first" ] && [ "$line" != "$first" ] && candidates+=" ${line#* }"
        done
        candidates+=" ${options[$first]}"
    else
        candidates="${options["$first $second"]:-${options[$first]}}"
    fi
    COMPREPLY=($(compgen -W "$candidates $global" -- "$cur") $(compgen -f -- "$cur"))
}
complete -o filenames -F _handshake_desk handshake-desk
