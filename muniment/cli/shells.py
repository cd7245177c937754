"""Scripts that make a shell complete `python build.py …`; those for `muniment` are click's own.

A script asks the very `build.py` whose line is being typed, so that one script serves every copy of the program.
"""

BASH = r"""
_muniment_build_py() {
    local IFS=$'\n' at=1 response line type value
    [[ ${COMP_WORDS[0]##*/} == build.py ]] && at=0
    COMPREPLY=()
    if [[ ${COMP_WORDS[at]##*/} != build.py || $COMP_CWORD -le $at ]]; then
        return 0
    fi
    response=$(env COMP_WORDS="${COMP_WORDS[*]:at}" COMP_CWORD=$((COMP_CWORD - at)) _MUNIMENT_COMPLETE=bash_complete \
        "${COMP_WORDS[@]:0:at+1}" 2>/dev/null)
    for line in $response; do
        IFS=',' read -r type value <<< "$line"
        if [[ $type == dir ]]; then
            compopt -o dirnames
        elif [[ $type == file ]]; then
            compopt -o default
        elif [[ $type == plain ]]; then
            COMPREPLY+=("$value")
        fi
    done
    return 0
}
complete -o bashdefault -o default -o nosort -F _muniment_build_py python python3 py build.py
"""

ZSH = r"""
_muniment_build_py() {
    local at=2 type key descr
    [[ ${words[1]:t} == build.py ]] && at=1
    if [[ ${words[at]:t} != build.py || $CURRENT -le $at ]]; then
        if [[ $at == 2 ]] && (( $+functions[_python] )); then _python "$@"; else _default; fi
        return
    fi
    local -a plain described response
    response=("${(@f)$(env COMP_WORDS="${words[at,-1]}" COMP_CWORD=$((CURRENT - at)) \
        _MUNIMENT_COMPLETE=zsh_complete ${words[1,at]} 2>/dev/null)}")
    for type key descr in ${response}; do
        if [[ $type == plain && $descr == _ ]]; then
            plain+=("$key")
        elif [[ $type == plain ]]; then
            described+=("$key":"$descr")
        elif [[ $type == dir ]]; then
            _path_files -/
        elif [[ $type == file ]]; then
            _path_files -f
        fi
    done
    [[ -n $described ]] && _describe -V unsorted described -U
    [[ -n $plain ]] && compadd -U -V unsorted -a plain
}
autoload -Uz _python
compdef _muniment_build_py python python3 build.py
"""

FISH = r"""
function __muniment_is_build_py
    set -l words (commandline -opc)
    test (count $words) -ge 2; and string match -q -r '(^|/)build\.py$' -- $words[2]
end
function __muniment_build_py
    set -l words (commandline -opc)
    set -l response (env _MUNIMENT_COMPLETE=fish_complete COMP_WORDS=(string join ' ' -- $words[2..-1]) \
        COMP_CWORD=(commandline -ct) $words[1..2] 2>/dev/null)
    for completion in $response
        set -l told (string split ',' $completion)
        if test $told[1] = dir
            __fish_complete_directories $told[2]
        else if test $told[1] = file
            __fish_complete_path $told[2]
        else if test $told[1] = plain
            echo $told[2]
        end
    end
end
for python in python python3
    complete --no-files --command $python --condition __muniment_is_build_py --arguments '(__muniment_build_py)'
end
"""

SCRIPTS = {"bash": BASH, "zsh": ZSH, "fish": FISH}
"""Shell to script."""
