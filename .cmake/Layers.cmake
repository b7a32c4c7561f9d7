# Who may use whom: the table of the house. handshake_module() refuses a use that is not here, and
# the layer test refuses an include that a module did not declare.
set(all_below_workflow
    app/session app/dossier app/delivery app/archive app/devices app/vision app/reading app/filing
    app/settings app/vault app/imaging app/core)

set(LAYER_app_core "")
set(LAYER_app_filing app/core)
set(LAYER_app_settings app/core)
set(LAYER_app_imaging app/core)
set(LAYER_app_vault app/core)
set(LAYER_app_vision app/imaging app/core)
set(LAYER_app_reading app/imaging app/filing app/core)
set(LAYER_app_devices app/imaging app/core)
set(LAYER_app_archive app/vault app/filing app/core)
set(LAYER_app_session app/filing app/imaging app/vision app/reading app/archive app/core)
set(LAYER_app_dossier app/session app/filing app/imaging app/vault app/core)
set(LAYER_app_delivery app/dossier app/archive app/filing app/vault app/core)
set(LAYER_app_demo app/devices app/vision app/imaging app/filing app/core)
set(LAYER_app_workflow ${all_below_workflow})
set(LAYER_app_cli ${all_below_workflow} app/workflow app/demo)
set(LAYER_ui_common app/workflow app/imaging app/core)
foreach(screen IN ITEMS today session review archive delivery settings start)
    set(LAYER_ui_${screen} app/workflow app/filing app/imaging app/core ui/common)
endforeach()
set(LAYER_ui_shell ui/common ui/today ui/session ui/review ui/archive ui/delivery ui/settings
    ui/start app/workflow app/filing app/imaging app/core)
set(LAYER_app_main ANY)
